import type {
  Definition,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  RootContent,
} from 'mdast';
import { paragraphOf, textOf } from './inline.ts';
import { parseNote } from './parse-note.ts';
import { withoutForbidden } from './passage.ts';
import { isPlain } from './plain.ts';

/** Deeper than anyone writes; below it, walking the tree could exhaust the stack. */
const DEEPEST = 60;

/** Nodes whose children are the words of a line, where HTML is a tag and not a block. */
const LINES = new Set([
  'paragraph',
  'heading',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'tableCell',
]);

/**
 * A reader's note as blocks that can stand in a larger document without changing it, or being
 * changed by it:
 *
 * - headings go down by `depth` levels, six at most, so that none outranks the post's own, and
 *   stand on one line;
 * - references become links and images in full, since two notes may define one label differently;
 * - HTML becomes visible text: an inline tag as it was typed, a block as a code block. A reader
 *   who writes `<T>` means what is seen, and an open comment would swallow the posts that follow;
 * - a note nested deeper than sixty levels is no prose and is shown as it was typed, as code.
 */
export function noteToBlocks(note: string, depth: number): RootContent[] {
  const source = withoutForbidden(note);
  const paragraphs = source.trim().split(/\n{2,}/);
  // Most notes are a few plain words, and many there are none: neither needs a parser.
  if (paragraphs[0] === '') return [];
  if (paragraphs.every(isPlain)) return paragraphs.map((line) => paragraphOf(textOf(line)));
  const root = parseNote(source);
  if (isDeeper(root.children, DEEPEST)) return [{ type: 'code', value: source }];
  const definitions = new Map<string, Definition>();
  collectDefinitions(root, definitions);
  const settle = createSettle(definitions, depth);
  return root.children.flatMap((child) => settle(child, root)) as RootContent[];
}

function isDeeper(nodes: readonly Nodes[], levels: number): boolean {
  if (levels === 0) return nodes.length > 0;
  return nodes.some((node) => 'children' in node && isDeeper(node.children, levels - 1));
}

/** Of definitions with the same label the first counts, wherever it stands. */
function collectDefinitions(node: Nodes, definitions: Map<string, Definition>): void {
  if (node.type === 'definition' && !definitions.has(node.identifier)) {
    definitions.set(node.identifier, node);
  }
  if ('children' in node) {
    for (const child of node.children) collectDefinitions(child, definitions);
  }
}

/** A function that gives the nodes to stand for a node: none for a definition, else one. */
function createSettle(definitions: ReadonlyMap<string, Definition>, depth: number) {
  const settleAlone = (node: Nodes, parent: Nodes): Nodes | undefined => {
    switch (node.type) {
      case 'definition':
        return undefined;
      case 'heading':
        return { ...node, depth: Math.min(6, node.depth + depth) as typeof node.depth };
      case 'html':
        if (LINES.has(parent.type)) return { type: 'text', value: node.value };
        return { type: 'code', lang: 'html', value: node.value };
      case 'inlineCode':
        return { ...node, value: onOneLine(node.value) };
      case 'link':
      case 'image':
        return inFull(node, node);
      case 'linkReference':
      case 'imageReference':
        return inFull(node, definitions.get(node.identifier));
      default:
        return node;
    }
  };

  return function settle(node: Nodes, parent: Nodes): Nodes[] {
    const settled = settleAlone(node, parent);
    if (!settled) return [];
    if (!('children' in settled)) return [settled];
    const children = settled.children.flatMap((child) => settle(child, settled));
    return [{ ...settled, children: joinText(children, settled) } as Nodes];
  };
}

/** A link or an image that needs no definition. */
function inFull(
  node: Link | LinkReference | Image | ImageReference,
  target: { url: string; title?: string | null } | undefined,
): Link | Image {
  const url = target?.url ?? '';
  const title = target?.title ? onOneLine(target.title) : undefined;
  return 'children' in node
    ? { type: 'link', url, title, children: node.children as Link['children'] }
    : { type: 'image', url, title, alt: onOneLine(node.alt ?? '') };
}

/** Where a line ends means no more than a space, but could end the heading it stands in. */
function onOneLine(text: string): string {
  return text.replace(/\r\n?|\n/g, ' ');
}

/** Neighbouring texts as one, since escaping looks at neighbours; a heading's lines as one. */
function joinText(nodes: readonly Nodes[], parent: Nodes): Nodes[] {
  const joined: Nodes[] = [];
  for (const each of nodes) {
    const isEnd = each.type === 'break' && parent.type === 'heading';
    const node: Nodes = isEnd ? { type: 'text', value: ' ' } : each;
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    } else {
      joined.push(node);
    }
  }
  return joined;
}
