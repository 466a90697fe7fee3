// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchReading } from '../../../entrypoints/blog.content/watch-reading.ts';
import { toPermalink } from '../../../lib/blog/permalink.ts';

const onReading = vi.fn();
let stop: AbortController;
let href = '';
let hidden = false;
const page = Object.assign(new EventTarget(), {
  location: {
    get href() {
      return href;
    },
  },
}) as unknown as Document;
Object.defineProperty(page, 'hidden', { get: () => hidden });

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  href = 'https://www.elidedbranches.com/2015/03/one.html';
  hidden = false;
});

afterEach(() => {
  stop.abort();
  onReading.mockReset();
  vi.useRealTimers();
});

const show = (isShown: boolean) => {
  hidden = !isShown;
  page.dispatchEvent(new Event('visibilitychange'));
};

test('a post that stays before the reader for a while is being read, and that is told once', () => {
  watchReading(page, { toPermalink }, onReading, stop.signal);
  vi.advanceTimersByTime(4900);
  expect(onReading).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(onReading).toHaveBeenCalledOnce();
});

test('a post that is only passed by is not being read', () => {
  watchReading(page, { toPermalink }, onReading, stop.signal);
  vi.advanceTimersByTime(3000);
  show(false);
  vi.advanceTimersByTime(60_000);
  show(true);
  vi.advanceTimersByTime(3000);
  expect(onReading).not.toHaveBeenCalled();
  vi.advanceTimersByTime(3000);
  expect(onReading).toHaveBeenCalledOnce();
});

test('an archive is no post', () => {
  href = 'https://www.elidedbranches.com/2015/03/';
  watchReading(page, { toPermalink }, onReading, stop.signal);
  vi.advanceTimersByTime(60_000);
  expect(onReading).not.toHaveBeenCalled();
});

test('another post in the same page begins anew', () => {
  const look = watchReading(page, { toPermalink }, onReading, stop.signal);
  vi.advanceTimersByTime(3000);
  href = 'https://www.elidedbranches.com/2015/03/two.html';
  look();
  vi.advanceTimersByTime(3000);
  expect(onReading).not.toHaveBeenCalled();
  vi.advanceTimersByTime(3000);
  look();
  vi.advanceTimersByTime(60_000);
  expect(onReading).toHaveBeenCalledOnce();
});
