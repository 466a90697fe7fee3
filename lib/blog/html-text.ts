import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

const BLOCKS = new Set(
  (
    'address article aside blockquote caption center dd details dialog div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section ' +
    'summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/** Cells of a row keep their words apart, and are no paragraphs. */
const CELLS = new Set(['td', 'th']);

/** Elements whose content a reader never sees as text. */
const UNSEEN = new Set(
  'script style noscript template iframe noembed noframes textarea select title'.split(' '),
);

/** What parts two pieces of text: the index says how strongly. */
const SEPARATORS = ['', ' ', '\n', '\n\n'] as const;
type Gap = 0 | 1 | 2 | 3;
const SPACE = 1;
const LINE = 2;
const PARAGRAPH = 3;

/**
 * The text of a piece of HTML as a reader sees it: paragraphs separated by blank lines, line breaks
 * kept, other white space collapsed. Two `<br>` in a row begin a paragraph, as on Blogger they do.
 *
 * It needs no document, so that a service worker can use it. It works on tokens rather than on a
 * tree: what decides a gap is that a tag stands there, not whether it is closed, and so badly nested
 * or endlessly nested markup costs no more than its length.
 */
export function toPlainText(html: string): string {
  const pieces: string[] = [];
  let gap: Gap = 0;
  /** The unseen element being skipped, and how many of its name are open. */
  let unseen = '';
  let depth = 0;

  const widen = (to: Gap) => {
    if (to > gap) gap = to;
  };
  const add = (text: string) => {
    if (unseen !== '') return;
    const words = text.replace(/\s+/g, ' ');
    const trimmed = words.trim();
    if (words.startsWith(' ')) widen(SPACE);
    if (trimmed === '') return;
    if (pieces.length > 0) pieces.push(SEPARATORS[gap]);
    pieces.push(trimmed);
    gap = words.endsWith(' ') ? SPACE : 0;
  };
  const meet = (name: string) => {
    if (BLOCKS.has(name)) widen(PARAGRAPH);
    else if (CELLS.has(name)) widen(SPACE);
    else if (name === 'br') widen(gap >= LINE ? PARAGRAPH : LINE);
  };
  const nameAt = (start: number, end: number) => html.slice(start, end).toLowerCase();

  runTokenizer(html, {
    ontext: (start, end) => add(html.slice(start, end)),
    ontextentity: (codePoint) => add(String.fromCodePoint(codePoint)),
    onopentagname: (start, end) => {
      const name = nameAt(start, end);
      if (unseen === '' && UNSEEN.has(name)) unseen = name;
      if (name === unseen) depth += 1;
      if (unseen === '') meet(name);
    },
    onclosetag: (start, end) => {
      const name = nameAt(start, end);
      if (unseen === '') meet(name);
      else if (name === unseen && --depth === 0) unseen = '';
    },
  });
  return pieces.join('');
}

type Heard = Pick<TokenizerCallbacks, 'ontext' | 'ontextentity' | 'onopentagname' | 'onclosetag'>;

/** The tokenizer wants to be heard out; comments, attributes and declarations are let go by. */
function runTokenizer(html: string, heard: Heard): void {
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ...heard,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
