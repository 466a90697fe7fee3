/**
 * A file Waymark has written is text in which its own blocks are marked, so that they are known
 * again whatever stands around them:
 *
 *     <!-- waymark 019a0000-0000-7000-8000-000000000000 1c3f9a20 -->
 *
 *     > The passage.
 *
 *     <!-- /waymark -->
 *
 * A mark is an HTML comment on a line of its own: every program that reads Markdown passes over it.
 * It holds the block's name and the checksum of what Waymark wrote, by which it is told whether
 * anyone has written in it since.
 */
export interface MarkedBlock {
  type: 'block';
  name: string;
  /** What stands between the marks, without the blank lines around it. */
  body: string;
  /** Whether it is what Waymark wrote. */
  isUntouched: boolean;
  /** The block with its marks, as it stands in the file. */
  source: string;
}

/** What is not Waymark's. */
export interface PlainText {
  type: 'text';
  source: string;
}

export type Segment = MarkedBlock | PlainText;

const BLOCK =
  /^[ \t]*<!-- waymark (\S+) ([\da-f]{8}) -->[ \t]*\n([\s\S]*?)^[ \t]*<!-- \/waymark -->[ \t]*(?:\n|$)/gm;

/** Where a block would begin within another: its end has been lost, and it is text. */
const BEGINNING = /^[ \t]*<!-- waymark \S+ [\da-f]{8} -->[ \t]*$/m;

/**
 * A file's text as blocks and what stands between them. Put together again, the sources are the
 * text. Of two blocks with one name the second is text: someone has copied it.
 *
 * @param text With `\n` as the only line ending.
 */
export function parseMarked(text: string): Segment[] {
  const segments: Segment[] = [];
  const names = new Set<string>();
  let end = 0;
  const addText = (to: number) => {
    if (to > end) segments.push({ type: 'text', source: text.slice(end, to) });
    end = to;
  };
  BLOCK.lastIndex = 0;
  for (let match = BLOCK.exec(text); match; match = BLOCK.exec(text)) {
    const [source, name = '', checksum = '', inner = ''] = match;
    const lost = BEGINNING.exec(inner);
    if (lost) {
      // Look again from the beginning that has an end.
      BLOCK.lastIndex = match.index + source.indexOf('\n') + 1 + lost.index;
      continue;
    }
    if (names.has(name)) continue;
    names.add(name);
    addText(match.index);
    const body = inner.replace(/^\n+|\n+$/g, '');
    const isUntouched = checksumOf(body) === checksum;
    segments.push({ type: 'block', name, body, isUntouched, source });
    end = match.index + source.length;
  }
  addText(text.length);
  return segments;
}

/**
 * A block with its marks.
 *
 * @param name Without white space.
 */
export function toMarked(name: string, markdown: string): string {
  const body = bodyOf(markdown);
  return `<!-- waymark ${name} ${checksumOf(body)} -->\n\n${body}\n\n<!-- /waymark -->\n`;
}

/**
 * What a block holds: no blank lines around it, and nothing in it that would be taken for a mark.
 * Who writes one into a note, as code, finds it with a space less.
 */
export function bodyOf(markdown: string): string {
  return markdown
    .replaceAll(/\r\n?/g, '\n')
    .replace(/^\n+|\n+$/g, '')
    .replaceAll(/(<!-- \/?waymark(?: \S+ [\da-f]{8})?) -->/g, '$1-->');
}

/**
 * FNV-1a of a text's UTF-16 units, 32 bits, in hexadecimal. It is not there to keep anyone from
 * cheating, only to notice that a reader has written something.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9923.html
 */
function checksumOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
