// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchPage } from '../../../entrypoints/blog.content/watch-page.ts';
import { listBodies } from '../../../lib/blog/post-body.ts';

let stop: AbortController;
let changes: boolean[];
let glances: number;
const bodyOf = () => document.querySelector('.post-body') as HTMLElement;
const onChange = vi.fn();

beforeEach(async () => {
  vi.useFakeTimers();
  document.body.innerHTML =
    '<div class="widget Blog"><div class="post"><div class="post-body"><p>Text</p></div></div></div><aside>0</aside>';
  stop = new AbortController();
  changes = [];
  glances = 0;
  onChange.mockImplementation(async (changed: (element: Element) => boolean) => {
    changes.push(changed(bodyOf()));
  });
  const events = { onChange, onChanged: () => {}, onGlance: () => (glances += 1) };
  await watchPage(document, { listBodies }, events as never, stop.signal);
  changes = [];
});

afterEach(() => {
  stop.abort();
  onChange.mockReset();
  history.replaceState(null, '', '/');
  vi.useRealTimers();
});

test('a post is read again when words in it have changed and it rests', async () => {
  (bodyOf().querySelector('p')?.firstChild as Text).data = 'Other text';
  await vi.advanceTimersByTimeAsync(1000);
  expect(changes).toEqual([true]);
});

test('what changes outside of posts is not looked into', async () => {
  for (let count = 0; count < 50; count += 1) {
    (document.querySelector('aside') as Element).textContent = String(count);
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(changes).toEqual([]);
});

test('a post that comes late, or goes away, is noticed', async () => {
  const late = document.createElement('div');
  late.innerHTML = '<div class="post"><div class="post-body">Late</div></div>';
  document.querySelector('.Blog')?.append(late);
  await vi.advanceTimersByTimeAsync(500);
  expect(changes).toHaveLength(1);
  late.remove();
  await vi.advanceTimersByTimeAsync(500);
  expect(changes).toHaveLength(2);
});

test('a post that never rests is read all the same, but seldom', async () => {
  for (let count = 0; count < 100; count += 1) {
    bodyOf().append(String(count));
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(changes.length).toBeGreaterThanOrEqual(2);
  expect(changes.length).toBeLessThanOrEqual(4);
});

test('another address is noticed within a moment, without any change of the page', async () => {
  history.pushState(null, '', '/2013/03/other.html');
  await vi.advanceTimersByTimeAsync(1500);
  expect(changes).toEqual([false]);
});

test('a change during a reading is read afterwards, never at the same time', async () => {
  let running = 0;
  let most = 0;
  onChange.mockImplementation(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 700));
    running -= 1;
    changes.push(true);
  });
  bodyOf().append('one');
  await vi.advanceTimersByTimeAsync(400);
  bodyOf().append('two');
  await vi.advanceTimersByTimeAsync(3000);
  expect([most, changes.length]).toEqual([1, 2]);
});

test('a page that nobody sees is not glanced at', async () => {
  glances = 0;
  await vi.advanceTimersByTimeAsync(3000);
  expect(glances).toBe(3);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(5000);
  expect(glances).toBe(3);
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(glances).toBe(4);
});

test('after the end nothing is watched', async () => {
  stop.abort();
  glances = 0;
  bodyOf().append('more');
  await vi.advanceTimersByTimeAsync(5000);
  expect([changes, glances]).toEqual([[], 0]);
});
