import { expect, test } from 'vitest';
import { ContentScriptContext } from '../../../entrypoints/blog.content/lifetime.ts';

test('a content script lives until another one starts in its place', () => {
  const first = new ContentScriptContext();
  expect(first.signal.aborted).toBe(false);
  const second = new ContentScriptContext();
  expect(first.signal.aborted).toBe(true);
  expect(second.signal.aborted).toBe(false);
});

test('a content script whose extension has gone is told to end', () => {
  const context = new ContentScriptContext();
  context.abort();
  expect(context.signal.aborted).toBe(true);
});

test('an element of the page that has the name of something of Waymark’s is not taken for it', () => {
  Object.assign(globalThis, { waymark: 'an element', waymarkLifetime: 'an element' });
  expect(new ContentScriptContext().signal.aborted).toBe(false);
});
