// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Day } from '../../components/day.tsx';

afterEach(cleanup);

const shown = (value: string) => render(<Day value={value} />).container.textContent ?? '';

test('the day of a post is the one its blog prints, wherever it is read', () => {
  expect(shown('2012-08-26T22:48:00-04:00')).toBe(shown('2012-08-26'));
  expect(shown('2012-08-26T01:48:00+10:00')).toBe(shown('2012-08-26'));
});

test('the day of an annotation is the reader’s own', () => {
  const noon = new Date(2026, 10, 23, 12);
  const expected = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(noon);
  expect(shown(noon.toISOString())).toBe(expected);
});

test('what is no date is shown as it stands', () => {
  expect(shown('some day')).toBe('some day');
});
