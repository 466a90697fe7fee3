// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe } from '../../../lib/anchoring/describe.ts';
import { readText } from '../../../lib/anchoring/dom-text.ts';
import { locate } from '../../../lib/anchoring/locate.ts';
import type { Span } from '../../../lib/anchoring/span.ts';
import { bodyOf, html } from './html.ts';

const post = [
  'Many first-time managers keep writing code long after they should have stopped, because shipping is how they learned to feel useful.',
  "The team doesn't need another pair of hands, it needs someone who makes decisions. The team will wait for you.",
  'Delegation is a skill, and like any skill it takes deliberate practice before it starts to feel natural to you.',
  'Ask your direct reports what they would change first. Write it down. Then change it, even if it is small.',
  'In the end the job is to be trusted. The team will forgive a slow start, but not a leader who hides bad news.',
].join(' ');

/** The nth time the words stand in the text. */
function spanOf(words: string, nth = 1, text = post): Span {
  let start = -1;
  for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1);
  if (start === -1) throw new Error(`"${words}" does not stand in the text ${nth} times`);
  return { start, end: start + words.length };
}

/** What is found of a passage after the text has been edited. */
function locateAfter(words: string, edit: (text: string) => string, nth = 1) {
  const edited = edit(post);
  const location = locate(edited, describe(post, spanOf(words, nth)));
  const text =
    'span' in location ? edited.slice(location.span.start, location.span.end) : undefined;
  return { ...location, text };
}

test('any span of any post is found where it is', () => {
  fc.assert(
    fc.property(html, fc.nat(), fc.nat(), (markup, a, b) => {
      const { text } = readText(bodyOf(markup));
      fc.pre(text.length > 0);
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      expect(locate(text, describe(text, { start, end }))).toEqual({
        state: 'exact',
        span: { start, end },
        score: 1,
      });
    }),
    { numRuns: 500 },
  );
});

test('an edit outside a passage and its context never changes what is found', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 1, max: 80 }),
      fc.string({ maxLength: 60 }),
      (a, length, added) => {
        const start = a % (post.length - length);
        const span = { start, end: start + length };
        const quote = describe(post, span).find(({ type }) => type === 'TextQuoteSelector');
        if (quote?.type !== 'TextQuoteSelector') throw new Error('no quote');
        const edited =
          added +
          post.slice(0, start - quote.prefix.length).toUpperCase() +
          post.slice(start - quote.prefix.length);
        const shift = edited.length - post.length;
        expect(locate(edited, describe(post, span))).toMatchObject({
          span: { start: start + shift, end: start + shift + length },
        });
      },
    ),
  );
});

test('positions count code points, spans count UTF-16 units', () => {
  const text = '🌱🌱 growth takes time';
  const selectors = describe(text, spanOf('growth', 1, text));
  expect(selectors).toContainEqual({ type: 'TextPositionSelector', start: 3, end: 9 });
  expect(locate(text, selectors)).toMatchObject({ state: 'exact', span: { start: 5, end: 11 } });
});

test('a passage that moved because a sentence was added above it is followed', () => {
  expect(
    locateAfter('needs someone who makes decisions', (text) => `Added later. ${text}`),
  ).toMatchObject({
    state: 'moved',
    text: 'needs someone who makes decisions',
  });
});

test('of two uses of a phrase, the one in its old surroundings is found', () => {
  const { text, ...location } = locateAfter(
    'The team will',
    (all) => `The team will be introduced. ${all}`,
    2,
  );
  expect(location).toMatchObject({
    state: 'moved',
    span: { start: spanOf('The team will', 2).start + 29 },
  });
});

test('words inserted inside a passage belong to it', () => {
  const insert = (text: string) =>
    text.replace('makes decisions', 'makes hard and unpopular decisions');
  expect(locateAfter('needs someone who makes decisions', insert)).toMatchObject({
    state: 'edited',
    text: 'needs someone who makes hard and unpopular decisions',
  });
});

test('a corrected word, a removed word and a replaced first word are edits', () => {
  const passage = 'Delegation is a skill, and like any skill it takes deliberate practice';
  expect(locateAfter(passage, (text) => text.replace('deliberate', 'delibarate'))).toMatchObject({
    state: 'edited',
    text: passage.replace('deliberate', 'delibarate'),
  });
  expect(locateAfter(passage, (text) => text.replace('deliberate ', ''))).toMatchObject({
    state: 'edited',
    text: passage.replace('deliberate ', ''),
  });
  expect(locateAfter(passage, (text) => text.replace('Delegation', 'Handing over'))).toMatchObject({
    state: 'edited',
  });
});

test('a deleted passage is never found', () => {
  const sentences = post.match(/[^.]+\. ?/g) ?? [];
  for (const sentence of sentences) {
    const passage = sentence.trim();
    expect(
      locateAfter(passage, (text) => text.replace(sentence, '')).text,
      passage,
    ).toBeUndefined();
  }
});

test('a look-alike in other surroundings is an orphan with a suggestion', () => {
  const original =
    'The search group cut its build times by a third after moving to remote caching.';
  const lookAlike = original.replace('search', 'payments');
  const text = `${post} ${original} A new chapter begins here with other words. ${lookAlike}`;
  const selectors = describe(text, spanOf(original, 1, text));
  const edited = text.replace(`${original} `, '');
  const location = locate(edited, selectors);
  expect(location).toMatchObject({ state: 'orphan' });
  const [candidate] = 'candidates' in location ? location.candidates : [];
  expect(edited.slice(candidate?.span.start, candidate?.span.end)).toBe(lookAlike);
});

test('a short quote whose surroundings are gone is an orphan, however often its words occur', () => {
  expect(
    locateAfter('trusted', (text) =>
      text.replace('In the end the job is to be trusted.', 'A trusted friend helps.'),
    ),
  ).toMatchObject({ state: 'orphan' });
});

test('two places that are equally likely are ambiguous, and both are candidates', () => {
  const quote = {
    type: 'TextQuoteSelector',
    exact: 'a passage of forty units, told twice over',
    prefix: '',
    suffix: '',
  } as const;
  const location = locate(`First ${quote.exact}. Then ${quote.exact}.`, [quote]);
  expect(location).toMatchObject({ state: 'ambiguous' });
  expect('candidates' in location && location.candidates).toHaveLength(2);
});

test('a passage of several hundred words with edits all through it is found by its ends', () => {
  const long = Array.from({ length: 900 }, (_, n) => `word${n % 97}x${n}`).join(' ');
  const span = { start: 40, end: long.length - 40 };
  const edited = `A new introduction. ${long.replace(/word5x\d+/g, 'another')}`;
  const location = locate(edited, describe(long, span));
  expect(location).toMatchObject({ state: 'edited', span: { start: 60, end: edited.length - 40 } });
});

test('a position taken under another folding is not believed', () => {
  const selectors = describe(post, spanOf('The team will', 2)).map((selector) =>
    selector.type === 'FoldedTextSelector' ? { ...selector, folding: 0 } : selector,
  );
  expect(locate(post, selectors)).toMatchObject({
    state: 'moved',
    span: spanOf('The team will', 2),
  });
});

test('a note on a whole post, which has no selectors, costs nothing to look for', () => {
  const long = post.repeat(2000);
  const start = performance.now();
  for (let count = 0; count < 10_000; count += 1) {
    expect(locate(long, [])).toEqual({ state: 'orphan', candidates: [], score: 0 });
  }
  // To look at the text once alone takes a millisecond.
  expect(performance.now() - start).toBeLessThan(2000);
});

test('however much is inserted wherever in a passage, all of it belongs to it', () => {
  const passage =
    'Delegation is a skill, and like any skill it takes deliberate practice before it';
  const words = passage.split(' ');
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: words.length - 4 }),
      fc.array(fc.constantFrom('orchard', 'violet', 'thunder', 'lamp'), {
        minLength: 1,
        maxLength: 6,
      }),
      (at, inserted) => {
        const longer = [...words.slice(0, at), ...inserted, ...words.slice(at)].join(' ');
        expect(locateAfter(passage, (text) => text.replace(passage, longer))).toMatchObject({
          state: 'edited',
          text: longer,
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('selectors without a quote, and quotes without words, lead nowhere', () => {
  expect(locate(post, [])).toMatchObject({ state: 'orphan', candidates: [] });
  expect(
    locate(post, [{ type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' }]),
  ).toMatchObject({ state: 'orphan' });
  expect(locate('', describe(post, spanOf('trusted')))).toMatchObject({ state: 'orphan' });
});

test('a span that is empty or reaches outside the text is refused with its numbers', () => {
  expect(() => describe('abc', { start: 2, end: 2 })).toThrow('Invalid span 2-2');
  expect(() => describe('abc', { start: 0, end: 4 })).toThrow(RangeError);
});
