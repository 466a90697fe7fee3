/**
 * Two edges a reader sees, in a text of nothing but what the author wrote: line and page
 * separators of ASCII, so that a text of one byte a character stays one. As white space they fold
 * to one space; should an author write them, they are such edges to Unicode too (UAX #14, BK).
 */
export const LINE_BREAK = '\v';
export const PARAGRAPH_BREAK = '\f';

/** The text nodes of an element in reading order, and its text as it stands in them. */
export interface WalkedText {
  /** What the nodes say, each as long as its data, with the edges between lines and paragraphs. */
  source: string;
  /** Those that say anything. */
  nodes: readonly Text[];
  /** Where in the source each of them starts. */
  starts: readonly number[];
}

/* What elements are to a text; all others are part of a line. */
const UNREAD = 1;
const LINE = 2;
const PARAGRAPH = 3;
const PREFORMATTED = 4;

const kindOfElement = new Map<string, number>();
const setKind = (kind: number, names: string) => {
  for (const name of names.split(' ')) kindOfElement.set(name, kind);
};

/* Elements whose text is not the author's prose: code that runs, controls, drawings, stand-ins. */
setKind(
  UNREAD,
  'audio canvas datalist head iframe math noembed noframes noscript object option script select style svg template textarea title video',
);
/* Elements that begin and end a paragraph: by name, so that every theme gives the same text. */
setKind(
  PARAGRAPH,
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p search section summary table tbody tfoot thead ul',
);
setKind(PREFORMATTED, 'pre');
/* Elements that begin a line. A row is a line and so is its first cell: rows are paragraphs. */
setKind(LINE, 'br tr td th');

/* Of NodeFilter, whose name is not there in every place that has a document. */
const SHOW_ELEMENT_AND_TEXT = 0x1 | 0x4;

/**
 * Read the text nodes below an element, in one pass and without recursion: a hostile page may nest
 * a hundred thousand deep.
 *
 * Steps are the tree walker's own, which no form control's name can shadow. Every call into the
 * DOM costs more than all else here, so that none is made twice.
 */
export function walkText(root: Element): WalkedText {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_ELEMENT_AND_TEXT);
  const parts: string[] = [];
  const nodes: Text[] = [];
  const starts: number[] = [];
  /** The kinds of the elements around the current node. */
  const open: number[] = [];
  let preformatted = 0;
  let length = 0;

  const append = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  /** A paragraph ends as it begins. */
  const edge = (kind: number, preformats: 1 | -1) => {
    if (kind === PREFORMATTED) preformatted += preformats;
    if (kind > LINE) append(PARAGRAPH_BREAK);
  };

  let node = walker.firstChild();
  while (node) {
    // An element has no value; on a form, a control of that name may stand in for it.
    const value = node.nodeValue;
    let next: Node | null = null;
    if (typeof value === 'string') {
      if (value !== '') {
        nodes.push(node as Text);
        starts.push(length);
        append(preformatted > 0 ? value.replaceAll('\n', LINE_BREAK) : value);
      }
    } else {
      const kind = kindOfElement.get((node as Element).localName) ?? 0;
      if (kind !== UNREAD && isShown(node as Element)) {
        if (kind === LINE) append(LINE_BREAK);
        else edge(kind, 1);
        next = walker.firstChild();
        if (next) open.push(kind);
        else edge(kind, -1);
      }
    }
    next ??= walker.nextSibling();
    while (!next && open.length > 0) {
      edge(open.pop() as number, -1);
      walker.parentNode();
      next = walker.nextSibling();
    }
    node = next;
  }
  return { source: parts.join(''), nodes, starts };
}

function isShown(element: Element): boolean {
  // The quick question is answered "no" also for elements without a box of their own.
  if (element.checkVisibility?.()) return true;
  const view = element.ownerDocument.defaultView;
  return view?.getComputedStyle(element).display !== 'none';
}
