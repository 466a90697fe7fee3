import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

/** Made once: they hold no state, and making them takes longer than reading a short note. */
const OPTIONS: Options = {
  extensions: [gfmAutolinkLiteral(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
  mdastExtensions: [
    gfmAutolinkLiteralFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
  ],
};

/**
 * Without any of these there is nothing in a note that GFM reads otherwise than CommonMark:
 * addresses, of which character references could be a part; what is struck out; tables; tasks.
 */
const GFM = /[@&~|]|http|www|:-|-:|\[[ \t\r\nx]\]/i;

/** Links in full, within which an address is none of its own. */
const LINKS = /\[([^\][\n]*)\]\(https?:\/\/[\w%.:/?=#,+-]+\)/g;

/** With escapes, code, HTML, or brackets beside those of links it takes a parser to tell a link. */
const OBSCURE = /[\\`<[\]]/;

/**
 * A reader's note as they mean it: CommonMark with GFM's tables, tasks, strikethrough and plain
 * addresses. Footnotes are left out: two notes in one document may number theirs alike. Where GFM
 * has nothing to add it is not asked, since setting it up takes as long as reading a short note.
 */
export function parseNote(markdown: string): Root {
  const rest = markdown.replaceAll(LINKS, '$1');
  const mayHoldGfm = GFM.test(OBSCURE.test(rest) ? markdown : rest);
  return mayHoldGfm ? parseAsGfm(markdown) : fromMarkdown(markdown);
}

/** The same with GFM in any case. */
export function parseAsGfm(markdown: string): Root {
  return fromMarkdown(markdown, OPTIONS);
}
