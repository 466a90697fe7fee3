import type { Link, RootContent, Text } from 'mdast';
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

/**
 * What between angle brackets is a link: an address with a scheme, or one of electronic mail
 * (CommonMark 0.31.2, 6.5). GFM finds more of them in plain words, `a@b.c_d` for one.
 */
const AUTOLINK =
  /^(?:[a-z][a-z\d+.-]{1,31}:|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$)/i;

/** A link, in full where its short form would be read as words. */
const writeLink: Handle = (node: Link, parent, state, info) => {
  const [only] = node.children;
  const isShort = only?.type !== 'text' || AUTOLINK.test(only.value);
  const options = { ...state.options, resourceLink: true };
  return defaultHandlers.link(node, parent, isShort ? state : { ...state, options }, info);
};

const OPTIONS: Options = {
  bullet: '-',
  listItemIndent: 'one',
  extensions: [gfmToMarkdown(), { unsafe: UNSAFE, handlers: { text: writeText, link: writeLink } }],
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
