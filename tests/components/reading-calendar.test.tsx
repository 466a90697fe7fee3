// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReadingCalendar } from '../../components/reading-calendar.tsx';
import type { ReadingDay } from '../../components/reading-calendar-day.ts';
import { DAY_SIZE, layOutYear } from '../../components/reading-calendar-layout.ts';

beforeEach(() => {
  // jsdom lays nothing out, so that there is nothing to observe.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const post = (title: string, isRead = false) => ({
  permalink: `https://www.elidedbranches.com/2015/03/${title}.html`,
  title,
  isRead,
});
const DAYS: ReadingDay[] = [
  { day: '2025-12-31', posts: [post('old')] },
  { day: '2026-02-03', posts: [post('one'), post('two', true)] },
  { day: '2026-02-05', posts: [post('three')] },
  { day: '2026-11-20', posts: [post('one')] },
];

const inYear = (year: number) => screen.getByRole('group', { name: `Days of reading in ${year}` });
const calendar = () => <ReadingCalendar days={DAYS} today="2026-11-23" />;

test('every day of a year has its place once, in its week and weekday, whatever the width', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1999, max: 2100 }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 380, max: 1600 }),
      (year, weekStart, width) => {
        const { months, ...size } = layOutYear(year, weekStart, width, new Set());
        const days = months.flatMap((month) => month.days);
        const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
        expect(new Set(days.map(({ day }) => day)).size).toBe(isLeap ? 366 : 365);
        expect(new Set(days.map(({ x, y }) => `${x} ${y}`)).size).toBe(days.length);
        expect(size.width).toBeLessThanOrEqual(width);
        const [xs, ys] = [days.map(({ x }) => x), days.map(({ y }) => y)];
        expect(Math.min(...xs)).toBeGreaterThanOrEqual(DAY_SIZE / 2);
        expect(Math.max(...xs)).toBeLessThanOrEqual(size.width - DAY_SIZE / 2);
        expect(Math.max(...ys)).toBeLessThanOrEqual(size.height - DAY_SIZE / 2);
        for (const month of months) {
          const left = Math.min(...month.days.map(({ x }) => x));
          const starts = month.days.filter(
            ({ day }) => new Date(day).getUTCDay() === weekStart % 7,
          );
          expect(new Set(starts.map(({ x }) => x))).toEqual(new Set([left]));
        }
      },
    ),
  );
});

test('where there is room for one month beside nothing, only months of reading are drawn', () => {
  const read = new Set(['2026-02-03', '2026-11-20']);
  expect(layOutYear(2026, 1, 288, read).months.map(({ month }) => month)).toEqual([1, 10]);
  expect(layOutYear(2026, 1, 700, read).months).toHaveLength(12);
});

test('days of reading are buttons that say how much was read; a click says what', async () => {
  render(calendar());
  const days = within(inYear(2026)).getAllByRole('button');
  expect(days.map((day) => day.getAttribute('aria-label'))).toEqual([
    'February 3, 2026: 2 posts',
    'February 5, 2026: 1 post',
    'November 20, 2026: 1 post',
  ]);
  expect(screen.getByText('3 days of reading in 2026')).toBeTruthy();
  const status = screen.getByRole('status');
  expect(status.textContent).toBe('Choose a day to see what was read.');
  await userEvent.click(screen.getByRole('button', { name: 'February 3, 2026: 2 posts' }));
  expect(
    within(status)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['one Opened', 'two Read']);
  expect(within(status).getByRole('link', { name: 'one' }).getAttribute('href')).toBe(
    post('one').permalink,
  );
});

test('a day on which a post was finished is a disc, any other a ring', () => {
  render(calendar());
  const kindOf = (name: string) => screen.getByRole('button', { name }).getAttribute('class');
  expect(kindOf('February 3, 2026: 2 posts')).toBe('calendar-disc');
  expect(kindOf('February 5, 2026: 1 post')).toBe('calendar-ring');
});

test('one tab stop, the last day; arrows lead from day of reading to day of reading', async () => {
  render(calendar());
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('November 20, 2026: 1 post');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('February 3, 2026: 2 posts');
  await userEvent.keyboard('{ArrowRight}{Enter}');
  expect(screen.getByRole('status').textContent).toContain('Thursday, February 5, 2026');
});

test('a year at a time, the latest first', async () => {
  render(calendar());
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Year' }), '2025');
  expect(within(inYear(2025)).getAllByRole('button')).toHaveLength(1);
  expect(screen.getByText('1 day of reading in 2025')).toBeTruthy();
});

test('the days as a list hold the same', () => {
  render(calendar());
  const list = screen.getByText('The days as a list').closest('details');
  const headings = Array.from(list?.querySelectorAll('h3') ?? [], (h) => h.textContent);
  expect(headings).toEqual([
    'Friday, November 20, 2026',
    'Thursday, February 5, 2026',
    'Tuesday, February 3, 2026',
  ]);
});

test('says what it is for while nothing has been read', () => {
  render(<ReadingCalendar days={[]} today="2026-11-23" />);
  expect(screen.getByText(/No reading yet/)).toBeTruthy();
  expect(screen.queryByRole('group')).toBeNull();
});

test('has no accessibility faults that can be found without a screen', async () => {
  render(calendar());
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
