// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { createSentenceCursor } from '../../../entrypoints/blog.content/keyboard-cursor.ts';
import { findUnder, stepFrom } from '../../../entrypoints/blog.content/keyboard-passages.ts';

const POSTS = ['<p>One. Two.</p><p>Three</p>', '', '<b>Four</b> is here. Five.'];

/** Bodies with these texts, and a cursor on them; what is passed says so itself. */
function createCursor(posts: readonly string[] = POSTS, passed: readonly string[] = []) {
  document.body.innerHTML = posts.map((html) => `<div class="body">${html}</div>`).join('');
  const bodies = Array.from(document.querySelectorAll('.body'));
  const cursor = createSentenceCursor(bodies, (range) => passed.includes(String(range)));
  if (!cursor) throw new Error('There is nothing to read');
  return cursor;
}

function rangeOf(words: string): Range {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = (walker.currentNode as Text).data.indexOf(words);
    if (at === -1) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    return range;
  }
  throw new Error(`"${words}" is not on the page`);
}

test('the cursor goes from sentence to sentence, over the edges of posts, to the last and no further', () => {
  const cursor = createCursor();
  const seen = [cursor.head().text];
  while (cursor.move(1, false)) seen.push(cursor.head().text);
  expect(seen).toEqual(['One.', 'Two.', 'Three', 'Four is here.', 'Five.']);
  while (cursor.move(-1, false)) seen.pop();
  expect(seen).toHaveLength(1);
  expect(String(cursor.mark())).toBe('One.');
});

test('it begins with the first sentence that is not above the window, or with the last of all', () => {
  expect(createCursor(POSTS, ['One.', 'Two.']).head().text).toBe('Three');
  const all = ['One.', 'Two.', 'Three', 'Four is here.', 'Five.'];
  expect(createCursor(POSTS, all).head().text).toBe('Five.');
});

test('extending marks more, turning back marks less, and a post is the most', () => {
  const cursor = createCursor();
  cursor.move(1, false);
  expect(cursor.move(1, true)).toBe(true);
  expect([String(cursor.mark()), cursor.size]).toEqual(['Two.Three', 2]);
  expect(cursor.move(1, true)).toBe(false);
  cursor.move(-1, true);
  cursor.move(-1, true);
  expect([String(cursor.mark()), cursor.size]).toEqual(['One. Two.', 2]);
  cursor.collapse();
  expect([String(cursor.mark()), cursor.size]).toEqual(['One.', 1]);
});

test('it goes to the sentence in which a range begins', () => {
  const cursor = createCursor();
  cursor.moveTo(rangeOf('is here'));
  expect(cursor.head().text).toBe('Four is here.');
  cursor.moveTo(rangeOf('Two.'));
  expect(cursor.head().text).toBe('Two.');
});

test('posts without a text have no cursor', () => {
  expect(createSentenceCursor([])).toBeUndefined();
  expect(createSentenceCursor([document.createElement('div')])).toBeUndefined();
});

test('steps go to the highlight after the mark or before it, and around at the ends', () => {
  createCursor();
  const passages = ['One', 'Three', 'Five'].map((words) => ({ range: rangeOf(words) }));
  const [one, three, five] = passages;
  const mark = rangeOf('Two.');
  expect(stepFrom(passages, mark, undefined, 1)).toBe(three);
  expect(stepFrom(passages, mark, undefined, -1)).toBe(one);
  expect(stepFrom(passages, rangeOf('Five.'), undefined, 1)).toBe(one);
  expect(stepFrom(passages, rangeOf('One.'), undefined, -1)).toBe(five);
  expect(stepFrom([], mark, undefined, 1)).toBeUndefined();
});

test('from a highlight a step goes to its neighbour, even where two begin together', () => {
  createCursor();
  const passages = ['Two', 'Two.', 'Five'].map((words) => ({ range: rangeOf(words) }));
  const [short, long, five] = passages;
  expect(stepFrom(passages, rangeOf('Two.'), short, 1)).toBe(long);
  expect(stepFrom(passages, rangeOf('Two.'), long, -1)).toBe(short);
  expect(stepFrom(passages, rangeOf('Two.'), short, -1)).toBe(five);
});

test('a mark is about the first highlight it touches, not about one that only ends at it', () => {
  createCursor(['<p>One two three</p>']);
  const passages = ['One ', 'wo th', 'three'].map((words) => ({ range: rangeOf(words) }));
  expect(findUnder(passages, rangeOf('two'))).toBe(passages[1]);
  expect(findUnder(passages, rangeOf('ree'))).toBe(passages[1 + 1]);
  expect(findUnder(passages.slice(0, 1), rangeOf('two'))).toBeUndefined();
});
