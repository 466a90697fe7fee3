import type { RootContent, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { isPlain, isPlainBetween } from './plain.ts';
import { writePlain } from './plain-blocks.ts';
import { UNSAFE } from './unsafe.ts';

/** Most of what is marked is plain, and need not be compared with sixty patterns. */
export const writeText: Handle = (node: Text, parent, state, info) =>
  isPlain(node.value) || isPlainBetween(info.before, node.value, info.after)
    ? node.value
    : defaultHandlers.text(node, parent, state, info);

const OPTIONS: Options = {
  bullet: '-',
  listItemIndent: 'one',
  extensions: [gfmToMarkdown(), { unsafe: UNSAFE, handlers: { text: writeText } }],
};

/**
 * Blocks as Markdown that means the same to CommonMark and to GFM, and in which the words mean
 * nothing to Obsidian, Logseq and what is used with them. It ends with a line ending, or is empty.
 */
export function serialise(blocks: RootContent[]): string {
  const written: string[] = [];
  let rest: RootContent[] = [];
  const flush = () => {
    if (rest.length > 0) written.push(toMarkdown({ type: 'root', children: rest }, OPTIONS));
    rest = [];
  };
  for (const [i, block] of blocks.entries()) {
    // A list must be told from one beside it; nothing else changes how its neighbours are written.
    const isBesideList =
      block.type === 'list' && [blocks[i - 1], blocks[i + 1]].some((one) => one?.type === 'list');
    const plain = isBesideList ? undefined : writePlain(block);
    if (plain === undefined) rest.push(block);
    else {
      flush();
      written.push(`${plain}\n`);
    }
  }
  flush();
  return written.filter((part) => part !== '').join('\n');
}
