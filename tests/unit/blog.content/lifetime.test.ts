import { expect, test } from 'vitest';
import { ContentScriptContext } from '../../../entrypoints/blog.content/lifetime.ts';

test('a content script lives until another one starts in its place', () => {
  const first = new ContentScriptContext();
  expect(first.signal.aborted).toBe(false);
  const second = new ContentScriptContext();
  expect(first.signal.aborted).toBe(true);
  expect(second.signal.aborted).toBe(false);
});
