import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ARRANGEMENTS } from '../../../components/blog-map-groups.ts';
import { MARKS, STANDS } from '../../../components/blog-map-post.ts';
import { parseMapView, withMapView } from '../../../entrypoints/library/map/map-view.ts';

const FIRST = parseMapView('');

test('a view in an address is the same view, and leaves the rest of the address as it is', () => {
  fc.assert(
    fc.property(
      fc.subarray([...STANDS]),
      fc.subarray([...MARKS]),
      fc.uniqueArray(fc.string({ maxLength: 12 })),
      fc.constantFrom(...ARRANGEMENTS),
      fc.constantFrom('?view=map', '?view=map&state=read&label=old&arrange=label'),
      (stands, marks, labels, arrangement, address) => {
        const view = { filter: { stands, marks, labels }, arrangement };
        const search = withMapView(address, view);
        expect(parseMapView(search)).toEqual(view);
        expect(new URLSearchParams(search).get('view')).toBe('map');
      },
    ),
  );
});

test('the map as it is at first takes no room in the address', () => {
  expect(withMapView('?view=map', FIRST)).toBe('?view=map');
  expect(withMapView('', FIRST)).toBe('');
});

test('what makes no sense in an address is as if it were not there', () => {
  expect(parseMapView('?arrange=size&state=burnt')).toEqual(FIRST);
});
