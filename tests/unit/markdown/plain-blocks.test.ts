import fc from 'fast-check';
import type { List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { linkOf, paragraphOf, textOf } from '../../../lib/markdown/inline.ts';
import { passageToQuote } from '../../../lib/markdown/passage.ts';
import { writePlain } from '../../../lib/markdown/plain-blocks.ts';
import { serialise, writeText } from '../../../lib/markdown/serialise.ts';
import { UNSAFE } from '../../../lib/markdown/unsafe.ts';

const OPTIONS: Options = {
  bullet: '-',
  listItemIndent: 'one',
  extensions: [gfmToMarkdown(), { unsafe: UNSAFE }],
};

/** The serialiser alone, with all that is escaped for other programs. */
function serialised(...blocks: RootContent[]): string {
  return toMarkdown({ type: 'root', children: blocks }, OPTIONS);
}

/** Strings of what is plain, with something between that is not, or only looks so. */
const letters = fc.constantFrom('a', 'Zo', 'one two', 'é', 'b', 'c d');
const signs = fc.constantFrom(
  ...['7', '. ', ', ', ': ', '::', '!', ' (', '((', ')', "'", '"', '-', '--', '/', 'www.', 'http'],
  ...['s:', '@', '#', '?', ';', '…', '“', '1.', '1)', '  ', '\n', '\n\n', '*', '_', '[', ']'],
  ...['<', '&amp;', '=', '~', '$', '^', '|', '+', '\\'],
);
const words = fc
  .tuple(letters, signs, letters, fc.oneof(letters, signs))
  .map((parts) => parts.join(''));
const line = words.map((text) => text.replaceAll('\n', ' '));

const inline: fc.Arbitrary<PhrasingContent> = fc.oneof(
  line.map(textOf),
  fc.constant(textOf(' · ')),
  line.map((tag) => textOf(`#${tag}`)),
  fc
    .record({
      label: line,
      url: fc.oneof(
        fc.constant('https://www.elidedbranches.com/2015/03/one.html#:~:text=a%20b,c'),
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
      ),
    })
    .map(({ label, url }) => linkOf(url, label)),
);

/** Neighbouring texts are one: the separator and tags stand between other things. */
const paragraph: fc.Arbitrary<Paragraph> = fc
  .array(inline, { minLength: 1, maxLength: 3 })
  .map((children) => paragraphOf(...children));

const block = fc.oneof(paragraph, words.map(passageToQuote));

const list: fc.Arbitrary<List> = fc
  .record({
    spread: fc.boolean(),
    ordered: fc.boolean(),
    items: fc.array(
      fc.record({
        spread: fc.boolean(),
        checked: fc.constantFrom(undefined, null, true, false),
        children: fc.array(block, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ spread, ordered, items }) => ({
    type: 'list',
    spread,
    ordered,
    children: items.map((item) => ({ type: 'listItem', ...item })),
  }));

/** Words in the middle of a line, with spaces at their ends, between what is no words. */
const within = fc
  .tuple(fc.constantFrom('', ' ', ', ', '. '), words, fc.constantFrom('', ' ', ', ', ': ', '!'))
  .map((parts) => textOf(parts.join('')));
const marked: fc.Arbitrary<PhrasingContent> = fc.oneof(
  within.map((text): PhrasingContent => ({ type: 'strong', children: [text] })),
  within.map((text): PhrasingContent => ({ type: 'emphasis', children: [text] })),
  within.map((text): PhrasingContent => ({ type: 'delete', children: [text] })),
  within.map(({ value }): PhrasingContent => ({ type: 'inlineCode', value })),
  within.map(({ value }) => linkOf('https://a.example/b', value)),
  fc.constant<PhrasingContent>({ type: 'break' }),
);

test('what is written without the serialiser is what the serialiser would have written', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof(block, list), (any) => {
      const plain = writePlain(any);
      if (plain === undefined) return;
      compared += 1;
      expect(`${plain}\n`).toBe(serialised(any));
    }),
    { numRuns: 3000 },
  );
  // Or the property would hold of nothing.
  expect(compared).toBeGreaterThan(50);
});

test('most of what is marked is written so', () => {
  const passages = [
    'Nor is it for my questions, or not first.',
    'Don’t (ever) say: “no!” Say why.',
  ];
  for (const passage of passages) {
    expect(writePlain(passageToQuote(passage))).toBe(`> ${passage}`);
  }
});

test('lists, and what stands beside them, are written as the serialiser would have', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(list, block), { maxLength: 4 }), (blocks) => {
      expect(serialise(blocks)).toBe(serialised(...blocks));
    }),
    { numRuns: 500 },
  );
});

test('plain words in the middle of a line are written as the serialiser would have', () => {
  const extensions = [...(OPTIONS.extensions ?? []), { handlers: { text: writeText } }];
  fc.assert(
    fc.property(fc.array(fc.tuple(within, marked, within), { maxLength: 3 }), (parts) => {
      const root: RootContent[] = [paragraphOf(...parts.flat())];
      const written = toMarkdown({ type: 'root', children: root }, { ...OPTIONS, extensions });
      expect(written).toBe(serialised(...root));
    }),
    { numRuns: 3000 },
  );
});

test('actions and lists of plain words need no serialiser', () => {
  const item = (checked: boolean | undefined, ...children: (Paragraph | RootContent)[]) =>
    ({ type: 'listItem', spread: true, checked, children }) as List['children'][number];
  const task = item(false, paragraphOf(textOf('Ask first')), passageToQuote('Nobody asked.'));
  expect(writePlain({ type: 'list', spread: true, children: [task] })).toBe(
    '- [ ] Ask first\n\n  > Nobody asked.',
  );
  const points = ['one', 'two'].map((text) => item(undefined, paragraphOf(textOf(text))));
  expect(writePlain({ type: 'list', spread: false, children: points })).toBe('- one\n- two');
});
