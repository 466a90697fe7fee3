import { bodyOf, type MarkedBlock, parseMarked, type Segment, toMarked } from './marked-text.ts';
import { mergeProperties, splitProperties } from './properties.ts';

/** A part of what is to stand in a file, under a name that stays the same. */
export interface NamedPiece {
  /** The id of an annotation, or what the part is; without white space. */
  name: string;
  markdown: string;
}

/** What an export does to a file, by the names of the parts. */
export interface FileChanges {
  added: string[];
  changed: string[];
  /** No longer in the library: marked as such, and left. */
  removed: string[];
  /** Left as they are, because someone has written in them. */
  kept: string[];
}

export interface MergedFile {
  text: string;
  changes: FileChanges;
}

/**
 * A file as it is to be after another export. Blocks are known by their names; what has not
 * changed, and all that stands around, stays to the last character, blocks a reader has written in
 * too. A new block follows the one it follows in the export. What is no longer there is marked, not
 * erased. Merging the same again changes nothing.
 *
 * @param before The file as it is; undefined where there is none.
 * @param properties Our lines of the file's properties; none when empty.
 * @param removed What to say above a block that is no longer in the library, as Markdown.
 */
export function mergeFile(
  before: string | undefined,
  properties: string,
  pieces: readonly NamedPiece[],
  removed: string,
): MergedFile {
  const lineEnding = before?.includes('\r\n') ? '\r\n' : '\n';
  const bom = before?.startsWith('\ufeff') ? '\ufeff' : '';
  const source = (before ?? '').slice(bom.length).replaceAll('\r\n', '\n');
  const { properties: theirs, rest } = splitProperties(source);
  const { segments, added, changes } = mergeSegments(parseMarked(rest), pieces, removed);
  const merged = mergeProperties(theirs, properties);
  const head = merged === '' ? '' : `---\n${merged}---\n`;
  const text = `${head}${head && !theirs ? '\n' : ''}${join(segments, added)}`;
  const isSame = before !== undefined && text === source;
  return { text: isSame ? before : `${bom}${text.replaceAll('\n', lineEnding)}`, changes };
}

function mergeSegments(
  segments: readonly Segment[],
  pieces: readonly NamedPiece[],
  removed: string,
): { segments: Segment[]; added: ReadonlySet<Segment>; changes: FileChanges } {
  const added = new Set<Segment>();
  const changes: FileChanges = { added: [], changed: [], removed: [], kept: [] };
  const wanted = new Map(pieces.map((piece) => [piece.name, piece]));
  const merged = segments.map((segment): Segment => {
    if (segment.type === 'text') return segment;
    const piece = wanted.get(segment.name);
    const markdown = piece ? piece.markdown : withRemark(segment.body, removed);
    const next = toBlock(segment.name, markdown);
    if (next.body === segment.body) return segment;
    if (!segment.isUntouched) {
      changes.kept.push(segment.name);
      return segment;
    }
    (piece ? changes.changed : changes.removed).push(segment.name);
    return next;
  });
  let last = -1;
  for (const { name, markdown } of pieces) {
    const at = merged.findIndex((segment) => segment.type === 'block' && segment.name === name);
    if (at >= 0) {
      last = at;
      continue;
    }
    // With nothing of ours in the file yet, it is added behind what is there.
    last = last < 0 && changes.added.length === 0 ? merged.length : last + 1;
    const block = toBlock(name, markdown);
    merged.splice(last, 0, block);
    added.add(block);
    changes.added.push(name);
  }
  return { segments: merged, added, changes };
}

function toBlock(name: string, markdown: string): MarkedBlock {
  const source = toMarked(name, markdown);
  return { type: 'block', name, body: bodyOf(markdown), isUntouched: true, source };
}

/** The block with the remark above it, once. */
function withRemark(body: string, remark: string): string {
  return body.startsWith(`${remark}\n`) ? body : `${remark}\n\n${body}`;
}

/** The segments as text, with a blank line before and after what was added. */
function join(segments: readonly Segment[], added: ReadonlySet<Segment>): string {
  let text = '';
  segments.forEach((segment, i) => {
    const before = segments[i - 1];
    if (before && (added.has(segment) || added.has(before))) text = withBlankLine(text, segment);
    text += segment.source;
  });
  return text;
}

function withBlankLine(text: string, { source }: Segment): string {
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  return ended.endsWith('\n\n') || source.startsWith('\n') ? ended : `${ended}\n`;
}
