import type { RootContent, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { isPlain } from './plain.ts';
import { writePlain } from './plain-blocks.ts';
import { UNSAFE } from './unsafe.ts';

/** Most of what is marked is plain, and need not be compared with sixty patterns. */
const text: Handle = (node: Text, parent, state, info) =>
  isPlain(node.value) ? node.value : defaultHandlers.text(node, parent, state, info);

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
  const written: string[] = [];
  let rest: RootContent[] = [];
  const flush = () => {
    if (rest.length > 0) written.push(toMarkdown({ type: 'root', children: rest }, OPTIONS));
    rest = [];
  };
  for (const block of blocks) {
    // Neither a paragraph nor a quote changes how what stands beside it is written.
    const plain = writePlain(block);
    if (plain === undefined) rest.push(block);
    else {
      flush();
      written.push(`${plain}\n`);
    }
  }
  flush();
  return written.filter((part) => part !== '').join('\n');
}
