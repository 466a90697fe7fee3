import { expect, test } from 'vitest';
import { parsePageView } from '../../../lib/messaging/page-view.ts';

const source = 'https://www.elidedbranches.com/2015/03/one.html';

test('what a page tells of itself is taken as it is', () => {
  expect(parsePageView({ source, ids: ['a'], turn: 2 })).toEqual({ source, ids: ['a'], turn: 2 });
  expect(parsePageView({ ids: [], turn: 0 })).toEqual({ source: undefined, ids: [], turn: 0 });
});

test.each([
  ['nothing', undefined],
  ['no ids', { turn: 1 }],
  ['ids that are none', { ids: [1], turn: 1 }],
  ['no turn', { ids: [] }],
  ['a source that is no post', { source: 'https://example.org/', ids: [], turn: 1 }],
])('what has %s is no view of a page', (_, value) => {
  expect(() => parsePageView(value)).toThrow(TypeError);
});
