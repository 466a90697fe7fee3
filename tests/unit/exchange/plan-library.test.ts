import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countOf, planLibrary, type Surroundings } from '../../../lib/exchange/plan-library.ts';
import { aPost, permalinkOf } from '../storage/fresh-database.ts';
import { anyLibrary } from './any-library.ts';

const NOTHING: Surroundings = { drafts: [], posts: [], readings: [], colourNames: {} };
const POST = permalinkOf('one');
const everyone = () => true;

/** What is there after an import. */
function after(here: Surroundings, planned: Surroundings): Surroundings {
  const joined = <T>(keyOf: (one: T) => string, a: readonly T[], b: readonly T[]) =>
    Array.from(new Map([...a, ...b].map((one) => [keyOf(one), one])).values());
  return {
    drafts: joined(({ id }) => id, here.drafts, planned.drafts),
    posts: joined(({ permalink }) => permalink, here.posts, planned.posts),
    readings: joined(({ permalink }) => permalink, here.readings, planned.readings),
    colourNames: { ...here.colourNames, ...planned.colourNames },
  };
}

test('what has been brought in once brings nothing more', () => {
  fc.assert(
    fc.property(anyLibrary, anyLibrary, (here, incoming) => {
      const once = after(here, planLibrary(here, incoming, everyone));
      expect(countOf(planLibrary(once, incoming, everyone))).toBe(0);
    }),
  );
});

test('a whole post takes the place of an excerpt, and of nothing else', () => {
  const whole = aPost({ text: 'All.' });
  const excerpt = aPost({ text: 'Al', excerpt: true });
  const plan = (here: typeof whole, incoming: typeof whole) =>
    planLibrary({ ...NOTHING, posts: [here] }, { ...NOTHING, posts: [incoming] }, everyone).posts;
  expect(plan(excerpt, whole)).toEqual([whole]);
  expect(plan(whole, excerpt)).toEqual([]);
  expect(plan({ ...whole, text: 'Mine.' }, whole)).toEqual([]);
});

test('days of reading are joined, and when it was read here stays', () => {
  const here = { permalink: POST, days: ['2026-01-02'], read: '2026-01-02T10:00:00.000Z' };
  const incoming = { permalink: POST, days: ['2026-01-01'], read: '2026-01-01T10:00:00.000Z' };
  const { readings } = planLibrary(
    { ...NOTHING, readings: [here] },
    { ...NOTHING, readings: [incoming] },
    everyone,
  );
  expect(readings).toEqual([{ ...here, days: ['2026-01-01', '2026-01-02'] }]);
});

test('a draft or a name of one’s own is not replaced, and a draft for no note is left out', () => {
  const here: Surroundings = {
    ...NOTHING,
    drafts: [{ id: 'a', note: 'mine' }],
    colourNames: { yellow: 'mine' },
  };
  const incoming: Surroundings = {
    ...NOTHING,
    drafts: [
      { id: 'a', note: 'theirs' },
      { id: 'b', note: 'theirs' },
      { id: 'c', note: 'theirs' },
    ],
    colourNames: { yellow: 'theirs', green: 'theirs' },
  };
  const planned = planLibrary(here, incoming, (id) => id !== 'c');
  expect(planned.drafts).toEqual([{ id: 'b', note: 'theirs' }]);
  expect(planned.colourNames).toEqual({ green: 'theirs' });
});
