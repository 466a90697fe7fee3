/** Unicode's own characters for two edges a reader sees; as white space they fold to one space. */
export const LINE_BREAK = '\u2028';
export const PARAGRAPH_BREAK = '\u2029';

/** What one text node says, of the same length as its data; or, without a node, an edge. */
export interface TextPiece {
  text: string;
  node?: Text;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose text is not the author's prose: code that runs, controls, drawings, stand-ins. */
const UNREAD = words(
  'audio canvas datalist head iframe math noembed noframes noscript object option script select style svg template textarea title video',
);

/** Elements that begin and end a paragraph: by name, so that every theme gives the same text. */
const PARAGRAPH = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody tfoot thead ul',
);

/** Elements that begin a line. A row is a line and so is its first cell: rows are paragraphs. */
const LINE = words('br tr td th');

/* Of NodeFilter and Node, whose names are not there in every place that has a document. */
const SHOW_ELEMENT_AND_TEXT = 0x1 | 0x4;
const TEXT_NODE = 3;

/**
 * The text nodes below an element in reading order, with the edges between lines and paragraphs,
 * in one pass and without recursion: a hostile page may nest a hundred thousand deep.
 *
 * Steps are the tree walker's own, which no form control's name can shadow.
 */
export function* walkText(root: Element): Generator<TextPiece> {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_ELEMENT_AND_TEXT);
  let preformatted: Element | undefined;
  let entering = walker.firstChild() !== null;
  while (walker.currentNode !== root) {
    const node = walker.currentNode;
    let descend = false;
    if (node.nodeType === TEXT_NODE) {
      const { data } = node as Text;
      const text = preformatted?.contains(node) ? data.replaceAll('\n', LINE_BREAK) : data;
      yield { text, node: node as Text };
    } else {
      const element = node as Element;
      descend = entering && !isUnread(element);
      if (descend && element.localName === 'pre') preformatted = element;
      if (descend || !entering) yield* edgesOf(element, entering);
    }
    if (descend && walker.firstChild()) continue;
    entering = walker.nextSibling() !== null;
    if (!entering) walker.parentNode();
  }
}

function* edgesOf({ localName }: Element, entering: boolean): Generator<TextPiece> {
  if (PARAGRAPH.has(localName)) yield { text: PARAGRAPH_BREAK };
  else if (entering && LINE.has(localName)) yield { text: LINE_BREAK };
}

function isUnread(element: Element): boolean {
  if (UNREAD.has(element.localName)) return true;
  // The quick question is answered "no" also for elements without a box of their own.
  if (element.checkVisibility?.()) return false;
  const view = element.ownerDocument.defaultView;
  return view?.getComputedStyle(element).display === 'none';
}
