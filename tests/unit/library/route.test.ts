import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  parseRoute,
  routeOf,
  toSearch,
  VIEWS,
  type View,
} from '../../../entrypoints/library/route.ts';

const VIEW_NAMES = Object.keys(VIEWS) as View[];

test('what an address was written from is read from it', () => {
  const route = fc.constantFrom(...VIEW_NAMES).chain((view) =>
    fc.record({
      view: fc.constant(view),
      query: fc.string({ unit: 'grapheme' }).filter((query) => query === '' || query.trim() !== ''),
      sort: fc.constantFrom(...VIEWS[view].sorts),
      group: fc.constantFrom(...VIEWS[view].groups),
      selected: fc.oneof(fc.constant('all' as const), fc.array(fc.uuid(), { maxLength: 3 })),
      exporting: fc.constantFrom(undefined, '1', 'https://www.elidedbranches.com/2015/03/one.html'),
    }),
  );
  fc.assert(
    fc.property(route, (one) => {
      expect(parseRoute(toSearch(one))).toEqual(one);
    }),
  );
});

test('what is as at first is not written down', () => {
  expect(toSearch(routeOf('notes'))).toBe('');
  expect(toSearch(routeOf('bin'))).toBe('?view=bin');
  expect(toSearch({ ...routeOf('notes'), query: '  ' })).toBe('');
});

test('what makes no sense is as if it were not there', () => {
  expect(parseRoute('?view=attic&sort=due&group=height&selected=')).toEqual(routeOf('notes'));
  expect(parseRoute('?view=actions&sort=reading')).toEqual(routeOf('actions'));
});

test('an address does not grow with a selection of hundreds', () => {
  const selected = Array.from({ length: 101 }, (_, index) => String(index));
  expect(toSearch({ ...routeOf('notes'), selected })).toBe('');
});
