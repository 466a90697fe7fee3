import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { isPlain } from './plain.ts';

/** Between two details on a line: never first or last on it. */
const SEPARATOR = ' · ';

/** A tag in words, which is escaped so that it is none to programs that know tags. */
const TAG = /^#[\p{L}\p{N}](?:[\p{L}\p{N} -]*[\p{L}\p{N}])?$/u;

/** An address of nothing but characters that mean nothing within a link's parentheses. */
const ADDRESS = /^https:\/\/[\w%.:/?=#~,+-]+$/;

/**
 * A block as the serialiser would write it, without the serialiser, where that is simple: a
 * paragraph of plain words and links, a quote of plain lines, or a list of such. Undefined where it
 * is not. Most of an export is such blocks, and the serialiser compares every character of them with
 * sixty patterns. A list must not stand beside another, from which its bullets would part it.
 */
export function writePlain(block: RootContent): string | undefined {
  switch (block.type) {
    case 'paragraph':
      return writeParagraph(block);
    case 'blockquote':
      return block.children.length > 0
        ? joined(block.children.map(writeQuoted), '\n>\n')
        : undefined;
    case 'list':
      return writeList(block);
    default:
      return undefined;
  }
}

function writeParagraph({ children }: Paragraph): string | undefined {
  let text = '';
  for (const [i, child] of children.entries()) {
    const isWithin = i > 0;
    const isSeparator =
      child.type === 'text' && child.value === SEPARATOR && isWithin && i < children.length - 1;
    const written = isSeparator ? SEPARATOR : writeInline(child, isWithin);
    if (written === undefined) return undefined;
    text += written;
  }
  return text === '' ? undefined : text;
}

function writeInline(node: PhrasingContent, isWithin: boolean): string | undefined {
  if (node.type === 'text') {
    if (isPlain(node.value)) return node.value;
    return isWithin && TAG.test(node.value) ? `\\${node.value}` : undefined;
  }
  const [only] = node.type === 'link' ? node.children : [];
  const isSimple = node.type === 'link' && node.children.length === 1 && !node.title;
  return isSimple && only?.type === 'text' && isPlain(only.value) && ADDRESS.test(node.url)
    ? `[${only.value}](${node.url})`
    : undefined;
}

/** Lines with hard breaks between them, in a quote. */
function writeQuoted(block: RootContent): string | undefined {
  if (block.type !== 'paragraph') return undefined;
  const { children } = block;
  const lines: string[] = [];
  for (const [i, child] of children.entries()) {
    if (i % 2 === 1 ? child.type !== 'break' : child.type !== 'text' || !isPlain(child.value)) {
      return undefined;
    }
    if (child.type === 'text') lines.push(`> ${child.value}`);
  }
  return children.length % 2 === 1 ? lines.join('\\\n') : undefined;
}

function writeList({ ordered, spread, children }: List): string | undefined {
  if (ordered || typeof spread !== 'boolean' || children.length === 0) return undefined;
  return joined(children.map(writeItem), spread ? '\n\n' : '\n');
}

/** What stands in an item is moved in by two; a task's box is before the words of its first line. */
function writeItem({ checked, spread, children }: ListItem): string | undefined {
  const isTask = typeof checked === 'boolean';
  const isTight = spread === false && children.length > 1;
  const isList = children.some(({ type }) => type === 'list');
  if (isTight || isList || (isTask && children[0]?.type !== 'paragraph')) return undefined;
  const inner = children.length > 0 ? joined(children.map(writePlain), '\n\n') : undefined;
  if (inner === undefined) return undefined;
  const box = isTask ? `[${checked ? 'x' : ' '}] ` : '';
  return `- ${box}${inner.replaceAll(/\n(?=[^\n])/g, '\n  ')}`;
}

function joined(parts: readonly (string | undefined)[], separator: string): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(separator);
}
