import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotation, createAnnotation } from '../../../lib/annotation/annotation.ts';
import { asDeleted, asRestored, withNote, withTarget } from '../../../lib/annotation/changes.ts';
import { parseAnnotation } from '../../../lib/annotation/schema.ts';
import type { Selector } from '../../../lib/annotation/selector.ts';
import type { Target } from '../../../lib/annotation/target.ts';
import { TARGET } from './target.ts';

const FULL_TARGET: Target = {
  ...TARGET,
  styleClass: 'green',
  paragraph: 'before the words after',
};

const text = fc.string({ unit: 'binary', minLength: 1 });
const context = fc.string({ unit: 'binary' });
const quote = fc
  .tuple(text, context, context)
  .map(
    ([exact, prefix, suffix]): Selector => ({ type: 'TextQuoteSelector', exact, prefix, suffix }),
  );
const position = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 100_000 })).map(
  ([start, length]): Selector => ({
    type: 'TextPositionSelector',
    start,
    end: start + length,
  }),
);

/** Any annotation that the constructors make, by any way. */
const annotation: fc.Arbitrary<Annotation> = fc
  .record({
    selector: fc.array(fc.oneof(quote, position), { minLength: 1 }),
    passage: text,
    created: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
    notes: fc.array(fc.string({ unit: 'binary' }), { maxLength: 2 }),
    end: fc.constantFrom('kept', 'deleted', 'restored'),
  })
  .map(({ selector, passage, created, notes, end }) => {
    const made = createAnnotation({ source: TARGET.source, selector, passage }, created);
    const noted = notes.reduce((before, note) => withNote(before, note), made);
    if (end === 'kept') return noted;
    return end === 'deleted' ? asDeleted(noted) : asRestored(asDeleted(noted));
  });

test('whatever is made is accepted as it is, before JSON and after', () => {
  fc.assert(
    fc.property(annotation, (made) => {
      expect(parseAnnotation(made)).toEqual(made);
      expect(parseAnnotation(JSON.parse(JSON.stringify(made)))).toStrictEqual(made);
    }),
  );
});

/** An annotation in which every field stands, also those that need not. */
const FULL = asDeleted(
  withTarget(
    withNote(
      createAnnotation({
        ...FULL_TARGET,
        selector: [{ type: 'TextPositionSelector', start: 20, end: 29 }],
      }),
      'A thought.',
    ),
    FULL_TARGET,
  ),
);

/** The paths of all fields, as `target.selector.0.exact`. */
function pathsOf(value: unknown, path: readonly string[] = []): string[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, field]) => pathsOf(field, [...path, name]))
      : [];
  return path.length === 0 ? inner : [path.join('.'), ...inner];
}

/** A copy of the full annotation with one field changed by a function of what holds it. */
function changed(path: string, change: (holder: Record<string, unknown>, name: string) => void) {
  const copy = structuredClone(FULL);
  const names = path.split('.');
  const last = names.pop() as string;
  const holder = names.reduce<Record<string, unknown>>(
    (at, name) => at[name] as Record<string, unknown>,
    copy as unknown as Record<string, unknown>,
  );
  change(holder, last);
  return copy;
}

const set = (path: string, value: unknown) =>
  changed(path, (holder, name) => {
    holder[name] = value;
  });

const without = (path: string) =>
  changed(path, (holder, name) => {
    delete holder[name];
  });

const PATHS = pathsOf(FULL);
const OPTIONAL = ['body', 'deleted', 'history'].concat(
  ['target', 'history.0.target'].flatMap((target) => [
    `${target}.styleClass`,
    `${target}.paragraph`,
  ]),
);
const ITEMS = PATHS.filter((path) => /\.\d+$|^history\.0$/.test(path));

describe('a field', () => {
  test('is known to this test, each of them', () => {
    expect(PATHS).toHaveLength(37);
    expect(parseAnnotation(FULL)).toEqual(FULL);
  });

  test.each(PATHS.filter((path) => ![...OPTIONAL, ...ITEMS].includes(path)))(
    '%s may not be missing',
    (path) => {
      expect(() => parseAnnotation(without(path))).toThrow();
    },
  );

  test.each(OPTIONAL)('%s may be missing', (path) => {
    expect(parseAnnotation(without(path))).toEqual(without(path));
  });

  test.each(PATHS)('%s may not be of another kind', (path) => {
    const wrongs = [null, undefined, true, 1.5, -1, Number.NaN, '', [], {}, [[]], () => 1];
    // A context that was not there is an empty one, and an emptied note is an empty note.
    const mayBeEmpty = /prefix|suffix|body\.value$/.test(path);
    for (const wrong of wrongs) {
      if (wrong === '' && mayBeEmpty) continue;
      expect(() => parseAnnotation(set(path, wrong)), `with ${String(wrong)}`).toThrow();
    }
  });

  test.each<[string, unknown]>([
    ['id', '1'],
    ['id', `${FULL.id} `],
    ['motivation', 'bookmarking'],
    ['target.source', 'one.html'],
    ['target.selector', []],
    ['target.styleClass', 'orange'],
    ['target.styleClass', 'Green'],
    ['target.paragraph', 'x'.repeat(100_001)],
    ['history', []],
    ['history', Array(21).fill(FULL.history?.[0])],
    ['history.0.until', '2026-01-01'],
    ['history.0.target.source', 'one.html'],
    ['target.selector.0.type', 'CssSelector'],
    ['target.selector.0.type', 'TextPositionSelector'],
    ['target.selector.0.type', '__proto__'],
    ['target.selector.1.start', 0.5],
    ['target.selector.1.start', '7'],
    ['target.selector.1.start', Number.POSITIVE_INFINITY],
    ['target.selector.1.end', 7],
    ['target.selector.1.end', 6],
    ['body.type', 'Image'],
    ['body.format', 'text/html'],
    ['created', 'yesterday'],
    ['created', '2026-02-30T10:00:00.000Z'],
    ['created', '2026-01-01'],
    ['created', '2026-01-01T10:00:00Z'],
    ['created', '2026-01-01T10:00:00.000+01:00'],
    ['created', '2026-01-01 10:00:00.000Z'],
    ['created', 1767261600000],
    ['modified', '2026-01-01T10:00Z'],
    ['deleted', 'true'],
  ])('%s may not be %j', (path, value) => {
    expect(() => parseAnnotation(set(path, value))).toThrow();
  });

  test.each([
    'more',
    'target.more',
    'target.selector.0.more',
    'target.selector.1.more',
    'body.more',
    'history.0.more',
    'history.0.target.more',
  ])('%s may not be added', (path) => {
    expect(() => parseAnnotation(set(path, 1))).toThrow();
  });
});

test('a history is in order, the oldest first', () => {
  const [former] = FULL.history ?? [];
  const at = (until: string) => ({ ...former, until });
  const [early, late] = [at('2026-01-01T00:00:00.000Z'), at('2026-01-02T00:00:00.000Z')];
  expect(parseAnnotation({ ...FULL, history: [early, late] }).history).toHaveLength(2);
  expect(() => parseAnnotation({ ...FULL, history: [late, early] })).toThrow('not in order');
});

test.each([undefined, null, 7, 'an annotation', [], {}, [FULL], new Map(Object.entries(FULL))])(
  '%j is no annotation',
  (value) => {
    expect(() => parseAnnotation(value)).toThrow();
  },
);
