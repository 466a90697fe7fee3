import { Tokenizer } from 'htmlparser2';

/** Elements whose content a reader never sees as text. */
const UNSEEN = new Set(
  'script style noscript template iframe noembed noframes textarea select title'.split(' '),
);

/** What is met on the way through a piece of HTML, in its order. */
export interface HtmlVisitor {
  /** Text, as much as stands there in one piece; character references are read. */
  onText?: (text: string) => void;
  /** The beginning or the end of an element, closed or not; its name in lower case. */
  onTag?: (name: string) => void;
  /** Where a link leads, as its author wrote it; character references are read. */
  onLink?: (href: string) => void;
}

/**
 * Go through a piece of HTML without building a tree of it, leaving out what is never seen.
 *
 * It needs no document, so that a service worker can use it, and nothing in the HTML is run or
 * fetched. Badly nested or endlessly nested markup costs no more than its length.
 */
export function walkHtml(html: string, { onText, onTag, onLink }: HtmlVisitor): void {
  /** The unseen element being skipped, and how many of its name are open. */
  let unseen = '';
  let depth = 0;
  let element = '';
  let attribute = '';
  let value = '';
  const ignore = () => {};
  const say = (text: string) => {
    if (unseen === '') onText?.(text);
  };

  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => say(html.slice(start, end)),
      ontextentity: (codePoint) => say(String.fromCodePoint(codePoint)),
      onopentagname(start, end) {
        element = html.slice(start, end).toLowerCase();
        if (unseen === '' && UNSEEN.has(element)) unseen = element;
        if (element === unseen) depth += 1;
        if (unseen === '') onTag?.(element);
      },
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase();
        if (unseen === '') onTag?.(name);
        else if (name === unseen && --depth === 0) unseen = '';
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        if (attribute === 'href') value += html.slice(start, end);
      },
      onattribentity(codePoint) {
        if (attribute === 'href') value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        if (unseen === '' && element === 'a' && attribute === 'href') onLink?.(value);
      },
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
