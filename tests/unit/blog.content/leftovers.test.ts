// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { provideBrowser } from '../messaging/fake-browser.ts';

/** Closed roots by their hosts: only the browser has a way to them. */
const roots = new WeakMap<Element, ShadowRoot>();
provideBrowser({ dom: { openOrClosedShadowRoot: (host: Element) => roots.get(host) ?? null } });
const { clearLeftovers } = await import('../../../entrypoints/blog.content/leftovers.ts');

const ID = '0197a000-0000-7000-8000-000000000001';
let painted: Map<string, unknown>;

beforeEach(() => {
  document.body.replaceChildren();
  for (const left of document.querySelectorAll(':root > div')) left.remove();
  painted = new Map();
  vi.stubGlobal('CSS', { highlights: painted });
  return () => vi.unstubAllGlobals();
});

/** What a content script leaves behind the body, with a note editor in it where one was open. */
function leave({ editing = '', zIndex = '2147483647' } = {}): HTMLElement {
  const host = document.createElement('div');
  host.style.zIndex = zIndex;
  const root = host.attachShadow({ mode: 'closed' });
  roots.set(host, root);
  if (editing) {
    const frame = document.createElement('iframe');
    frame.setAttribute('src', `https://waymark.invalid/editor.html#${editing}`);
    root.append(frame);
  }
  document.documentElement.append(host);
  return host;
}

test('what an earlier script has left in the page is gone, and the note being written is told', () => {
  const host = leave({ editing: ID });
  expect(clearLeftovers(document)).toBe(ID);
  expect(host.isConnected).toBe(false);
});

test('several scripts may have left something; one note was being written', () => {
  const hosts = [leave(), leave({ editing: ID }), leave()];
  expect(clearLeftovers(document)).toBe(ID);
  expect(hosts.some(({ isConnected }) => isConnected)).toBe(false);
});

test('a page’s own elements stay, and no note is told where there is none', () => {
  const own = leave({ editing: ID, zIndex: '10' });
  const inBody = document.body.appendChild(document.createElement('div'));
  inBody.style.zIndex = '2147483647';
  expect(clearLeftovers(document)).toBeUndefined();
  expect([own.isConnected, inBody.isConnected]).toEqual([true, true]);
});

test('what was painted is painted no more; the page’s own highlights are', () => {
  for (const name of ['wm-a', 'wm-b', 'wm-z', 'search', 'wm']) painted.set(name, {});
  clearLeftovers(document);
  expect([...painted.keys()]).toEqual(['search', 'wm']);
});
