import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMarkdown } from '../../../lib/markdown/document.ts';
import { nasty } from './nasty.ts';
import { aPost } from './read.ts';

/** What Obsidian, Dataview, Logseq or Templater would act on, unless a backslash breaks it. */
const ACTED_ON = /==|%%|<%|%>|\{\{|\}\}|::|\(\(|\[\[|(?<!\\)[\^$]|(?<!\\)#[^\s#\\]/u;

test('no passage means anything to the programs notes are kept in', () => {
  fc.assert(
    fc.property(nasty, (passage) => {
      expect(quoteOf(passage)).not.toMatch(ACTED_ON);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['a mark of Obsidian', 'so ==seen==', 'so =\\=seen=\\='],
  ['a comment of Obsidian', '%%hidden%%', '%\\%hidden%\\%'],
  ['a tag', 'see #management', 'see \\#management'],
  ['a block id', 'the end ^id', 'the end \\^id'],
  ['mathematics', 'from $5 to $6', 'from \\$5 to \\$6'],
  ['a link of Obsidian', '[[Page]]', '\\[\\[Page]]'],
  ['a field of Dataview', 'status:: done', 'status:\\: done'],
  ['a reference of Logseq', '((id))', '(\\(id))'],
  ['code of Templater', '<% tp.date.now() %>', '<\\% tp.date.now() %\\>'],
  ['a field of a template', '{{title}}', '{\\{title}\\}'],
  ['three signs in a row', '===', '\\=\\=\\='],
])('%s is written so that it stays words', (_, passage, written) => {
  expect(quoteOf(passage)).toBe(`> ${written}\n`);
});

test.each(['C# is fine', 'a ratio of 1:1', '50 % of a = b', 'f(x) {y}'])(
  '%j is left as it is',
  (passage) => {
    expect(quoteOf(passage)).toBe(`> ${passage}\n`);
  },
);

function quoteOf(passage: string): string {
  const markdown = toMarkdown([aPost([passage])], {});
  const [start, end] = [markdown.indexOf('\n\n') + 2, markdown.lastIndexOf('\n[Open')];
  return markdown.slice(start, end).replaceAll(/&#x[\dA-F]+;/g, ' ');
}
