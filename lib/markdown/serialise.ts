import type { Root, RootContent, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { UNSAFE } from './unsafe.ts';

/**
 * Letters, digits, and signs that mean nothing to Markdown, its dialects or the programs around it,
 * wherever they stand. Two spaces at an end would.
 */
const PLAIN = /^[\p{L}\p{M}][\p{L}\p{M}\p{N} ,;’“”–—…?/-]*[\p{L}\p{M}\p{N},;’“”…?]$/u;

/** What could be an address: GFM makes links of some that are not marked as any. */
const ADDRESS = /www|\//iu;

/** Most of what is marked is plain, and need not be compared with sixty patterns. */
const text: Handle = (node: Text, parent, state, info) =>
  PLAIN.test(node.value) && !ADDRESS.test(node.value)
    ? node.value
    : defaultHandlers.text(node, parent, state, info);

const OPTIONS: Options = {
  bullet: '-',
  listItemIndent: 'one',
  extensions: [gfmToMarkdown(), { unsafe: UNSAFE, handlers: { text } }],
};

/**
 * Blocks as Markdown that means the same to CommonMark and to GFM, and in which the words mean
 * nothing to Obsidian, Logseq and what is used with them. It ends with a line ending, or is empty.
 */
export function serialise(blocks: RootContent[]): string {
  const root: Root = { type: 'root', children: blocks };
  return toMarkdown(root, OPTIONS);
}
