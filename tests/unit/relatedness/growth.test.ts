import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRelatedness, type Relatedness } from '../../../lib/relatedness/index.ts';
import { listsToRenew } from '../../../lib/relatedness/lists.ts';
import { parseIndex } from '../../../lib/relatedness/stored-index.ts';
import { aPost, at, strangers } from './posts.ts';

const words = `delegation trust hiring interview zookeeper quorum ICs one-on-one review`.split(' ');
const text = fc
  .array(fc.constantFrom(...words, 'the', '.'), { maxLength: 30 })
  .map((all) => all.join(' '));
const posts = fc
  .array(
    fc.record({
      name: fc.nat(60),
      title: text,
      text,
      links: fc.array(fc.nat(60), { maxLength: 3 }),
    }),
    { maxLength: 70 },
  )
  .map((all) =>
    all.map(({ name, title, text, links }) => ({
      ...aPost(`post-${name}`, text, title),
      links: links.map((link) => at(`post-${link}`)),
    })),
  );

/** The lists of all posts. */
const listsOf = (relatedness: Relatedness) =>
  Array.from(relatedness.permalinks, (permalink) => ({
    permalink,
    related: relatedness.related(permalink),
  }));

const listsIn = (relatedness: Relatedness) =>
  listsOf(relatedness)
    .map(({ permalink, related }) => ({ permalink, related: related.map((each) => ({ ...each })) }))
    .sort((a, b) => (a.permalink < b.permalink ? -1 : 1));

const RUNS = { numRuns: 200 };

test('posts that come, change and go one by one leave what reading them all at once would', () => {
  fc.assert(
    fc.property(posts, posts, fc.array(fc.nat(60)), (before, after, gone) => {
      const grown = createRelatedness(before);
      grown.related(at('post-1'));
      for (const post of after) grown.save(post);
      for (const name of gone) grown.remove(at(`post-${name}`));
      const left = new Map([...before, ...after].map((post) => [post.permalink, post]));
      for (const name of gone) left.delete(at(`post-${name}`));
      expect(listsIn(grown)).toEqual(listsIn(createRelatedness(left.values())));
    }),
    RUNS,
  );
});

test('what was stored gives the same lists, whatever has changed since', () => {
  fc.assert(
    fc.property(posts, posts, (before, since) => {
      const bytes = createRelatedness(before).toBytes();
      const now = [...before.slice(3), ...since];
      const opened = createRelatedness(now, parseIndex(bytes));
      expect(listsIn(opened)).toEqual(listsIn(createRelatedness(now)));
      expect(opened.size).toBe(new Set(now.map(({ permalink }) => permalink)).size);
    }),
    RUNS,
  );
});

test('a thousand posts that come one by one are found as the first is', () => {
  const relatedness = createRelatedness([]);
  for (const post of strangers(300)) relatedness.save(post);
  relatedness.related(at('stranger-0'));
  relatedness.save(aPost('one', 'Delegation. Trust.'));
  relatedness.save(aPost('two', 'Delegation. Trust.'));
  expect(relatedness.related(at('one')).map(({ post }) => post.permalink)).toEqual([at('two')]);
});

test('a post that is gone is in no list, and has none', () => {
  const relatedness = createRelatedness([aPost('one', 'Trust.'), aPost('two', 'Trust.')]);
  expect(listsOf(relatedness).map(({ related }) => related.length)).toEqual([1, 1]);
  relatedness.remove(at('one'));
  expect(relatedness.related(at('one'))).toEqual([]);
  expect(listsOf(relatedness)).toEqual([{ permalink: at('two'), related: [] }]);
});

test('when a post comes or changes, the lists it is in or belongs in are to be renewed', () => {
  const pairs = ['Trust.', 'Delegation.'].flatMap((subject) =>
    [1, 2].map((i) => aPost(`${subject.slice(0, 3)}-${i}`, `${subject} Word${i}.`)),
  );
  const relatedness = createRelatedness([...pairs, ...strangers(3)]);
  const lists = listsOf(relatedness);
  relatedness.save(aPost('new', 'Trust.'));
  expect(listsToRenew(relatedness, at('new'), lists).sort()).toEqual([at('Tru-1'), at('Tru-2')]);
  relatedness.save(aPost('Del-1', 'Trust.'));
  const renewed = listsToRenew(relatedness, at('Del-1'), lists);
  expect(renewed.sort()).toEqual([at('Del-1'), at('Del-2'), at('Tru-1'), at('Tru-2')]);
});

describe('bytes that are no index', () => {
  const bytes = createRelatedness([aPost('one', 'Trust. Delegation.', 'Trust')]).toBytes();

  test.each([
    ['nothing', undefined, /Not an index/],
    ['a text', 'WMRX', /Not an index/],
    ['too few', new Uint8Array(3), /Not an index/],
    ['others', new Uint8Array(64), /begins otherwise/],
    ['those of another version', bytes.with(7, 9), /Version 9, expected 2/],
    ['those cut short', bytes.slice(0, -1), /bytes, expected/],
    ['changed ones', bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1), /been changed/],
  ])('%s are refused with the reason', (_, stored, reason) => {
    expect(() => parseIndex(stored)).toThrow(reason);
  });

  const anyNames = fc
    .oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ stems: fc.constant(['trust', 'team']), permalinks: fc.array(fc.webUrl()) })
        .map((names) => JSON.stringify(names)),
      fc.constant(JSON.stringify({ stems: ['trust'], permalinks: [at('one')] })),
    )
    .map((json) => new TextEncoder().encode(json));

  test('are refused even when their checksum is right, or are an index', () => {
    fc.assert(
      fc.property(anyNames, fc.uint8Array({ maxLength: 200 }), (names, body) => {
        // The rest of a header is what lies behind the checksum: how long the names are.
        const forged = new Uint8Array(20 + names.length + body.length);
        const header = new DataView(forged.buffer);
        header.setUint32(16, names.length);
        forged.set(names, 20);
        forged.set(body, 20 + names.length);
        let checksum = 0x811c9dc5;
        for (const byte of forged.subarray(16)) {
          checksum = Math.imul(checksum ^ byte, 0x01000193);
        }
        [0x574d5258, 2, forged.length, checksum].forEach((value, i) => {
          header.setUint32(i * 4, value);
        });
        try {
          const stored = parseIndex(forged);
          createRelatedness([aPost('one', 'Trust.')], stored).related(at('one'));
        } catch (error) {
          expect(error).toHaveProperty('name', 'DamagedIndexError');
        }
      }),
    );
  });

  test('may come as an ArrayBuffer, as a database gives them', () => {
    expect(parseIndex(bytes.slice().buffer).documents).toHaveLength(1);
  });
});
