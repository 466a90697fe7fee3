import { walkHtml } from './html-walk.ts';

const BLOCKS = new Set(
  (
    'address article aside blockquote caption center dd details dialog div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section ' +
    'summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/** Cells of a row keep their words apart, and are no paragraphs. */
const CELLS = new Set(['td', 'th']);

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
 * What decides a gap is that a tag stands there, not whether it is closed.
 */
export function toPlainText(html: string): string {
  const pieces: string[] = [];
  let gap: Gap = 0;

  const widen = (to: Gap) => {
    if (to > gap) gap = to;
  };
  walkHtml(html, {
    onText(text) {
      const words = text.replace(/\s+/g, ' ');
      const trimmed = words.trim();
      if (words.startsWith(' ')) widen(SPACE);
      if (trimmed === '') return;
      if (pieces.length > 0) pieces.push(SEPARATORS[gap]);
      pieces.push(trimmed);
      gap = words.endsWith(' ') ? SPACE : 0;
    },
    onTag(name) {
      if (BLOCKS.has(name)) widen(PARAGRAPH);
      else if (CELLS.has(name)) widen(SPACE);
      else if (name === 'br') widen(gap >= LINE ? PARAGRAPH : LINE);
    },
  });
  return pieces.join('');
}
