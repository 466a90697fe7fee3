import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { isPlain } from './plain.ts';

/** Between two details on a line: never first or last on it. */
const SEPARATOR = ' · ';

/** A tag in words, which is escaped so that it is none to programs that know tags. */
const TAG = /^#[\p{L}\p{N}](?:[\p{L}\p{N} -]*[\p{L}\p{N}])?$/u;

/** An address of nothing but characters that mean nothing within a link's parentheses. */
const ADDRESS = /^https:\/\/[\w%.:/?=#~,+-]+$/;

/**
 * A block as the serialiser would write it, without the serialiser, where that is simple: a
 * paragraph of plain words and links, or a quote of plain lines. Undefined where it is not. Most of
 * an export is such blocks, and the serialiser compares every character of them with sixty patterns.
 */
export function writePlain(block: RootContent): string | undefined {
  if (block.type === 'paragraph') return writeParagraph(block);
  if (block.type !== 'blockquote' || block.children.length === 0) return undefined;
  const paragraphs: string[] = [];
  for (const child of block.children) {
    const lines = child.type === 'paragraph' ? writeLines(child) : undefined;
    if (lines === undefined) return undefined;
    paragraphs.push(lines);
  }
  return paragraphs.join('\n>\n');
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
function writeLines({ children }: Paragraph): string | undefined {
  const lines: string[] = [];
  for (const [i, child] of children.entries()) {
    if (i % 2 === 1 ? child.type !== 'break' : child.type !== 'text' || !isPlain(child.value)) {
      return undefined;
    }
    if (child.type === 'text') lines.push(`> ${child.value}`);
  }
  return children.length % 2 === 1 ? lines.join('\\\n') : undefined;
}
