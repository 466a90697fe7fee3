import { beforeEach, expect, test, vi } from 'vitest';
import { createLeftBehind } from '../../../entrypoints/editor/left-behind.ts';
import type { WrittenNote } from '../../../lib/messaging/written-note.ts';

const ID = '0197a000-0000-7000-8000-000000000001';
const OTHER = '0197a000-0000-7000-8000-000000000002';

let kept: Map<string, string>;
beforeEach(() => {
  kept = new Map();
  const isDenied = () => {
    throw new DOMException('Denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  denied = { getItem: isDenied, setItem: isDenied, removeItem: isDenied };
  return () => vi.unstubAllGlobals();
});
let denied: object;

function written(note: string, id = ID): WrittenNote {
  const writing = { note, kind: 'comment', tags: ['monday'], action: {} } as const;
  return {
    id,
    writing: { ...writing, tags: [...writing.tags] },
    beginning: { base: { ...writing, note: '', tags: [] }, forms: [OTHER] },
  };
}

test('the next editor of the same annotation finds what was typed, and no other does', () => {
  createLeftBehind(ID).keep(written('Half a sen'));
  expect(createLeftBehind(ID).find()).toEqual(written('Half a sen'));
  expect(createLeftBehind(OTHER).find()).toBeUndefined();
});

test('what has arrived is forgotten, but not what was typed meanwhile', () => {
  const left = createLeftBehind(ID);
  left.keep(written('Half'));
  left.keep(written('Half a sentence'));
  left.forget(written('Half'));
  expect(left.find()).toEqual(written('Half a sentence'));
  left.forget(written('Half a sentence'));
  expect(left.find()).toBeUndefined();
});

test('when all is done nothing stays, whatever was typed', () => {
  const left = createLeftBehind(ID);
  left.keep(written('Anything'));
  left.forget();
  expect(kept.size).toBe(0);
});

test('what is no note, or is cut off, counts as nothing', () => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  for (const value of ['', '{"id":', '{}', JSON.stringify({ ...written('a'), more: 1 })]) {
    kept.set(ID, value);
    expect(createLeftBehind(ID).find()).toBeUndefined();
  }
});

test('a frame without storage can be written in all the same', () => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  vi.stubGlobal('localStorage', denied);
  const left = createLeftBehind(ID);
  left.keep(written('Anything'));
  expect(left.find()).toBeUndefined();
  left.forget();
});
