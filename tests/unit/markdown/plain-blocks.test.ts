import fc from 'fast-check';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, test } from 'vitest';
import { linkOf, paragraphOf, textOf } from '../../../lib/markdown/inline.ts';
import { passageToQuote } from '../../../lib/markdown/passage.ts';
import { writePlain } from '../../../lib/markdown/plain-blocks.ts';
import { UNSAFE } from '../../../lib/markdown/unsafe.ts';

/** The serialiser alone, with all that is escaped for other programs. */
function serialised(block: RootContent): string {
  return toMarkdown(
    { type: 'root', children: [block] },
    { bullet: '-', listItemIndent: 'one', extensions: [gfmToMarkdown(), { unsafe: UNSAFE }] },
  );
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

test('what is written without the serialiser is what the serialiser would have written', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.oneof(paragraph, words.map(passageToQuote)), (block) => {
      const plain = writePlain(block);
      if (plain === undefined) return;
      compared += 1;
      expect(`${plain}\n`).toBe(serialised(block));
    }),
    { numRuns: 2000 },
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
