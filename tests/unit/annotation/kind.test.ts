import { describe, expect, test } from 'vitest';
import { isDay } from '../../../lib/annotation/action.ts';
import {
  type Annotation,
  createAnnotation,
  isOpenAction,
  tagsOf,
} from '../../../lib/annotation/annotation.ts';
import {
  asBefore,
  withAction,
  withColour,
  withKind,
  withNote,
  withTags,
} from '../../../lib/annotation/changes.ts';
import { KINDS, kindOf, motivationOf } from '../../../lib/annotation/kind.ts';
import { TARGET } from './target.ts';

const NOW = new Date('2026-05-12T10:00:00.000Z');
const LATER = new Date('2026-05-13T10:00:00.000Z');
const HIGHLIGHT = createAnnotation(TARGET, NOW);
const ACTION = createAnnotation(TARGET, NOW, 'action');

describe('a kind', () => {
  test.each(KINDS)('%s is what was asked for, where the note allows it', (kind) => {
    expect(kindOf({ motivation: motivationOf(kind, kind === 'comment') })).toBe(kind);
  });

  test('between highlight and comment the note decides, whatever was asked for', () => {
    expect(motivationOf('comment', false)).toBe('highlighting');
    expect(motivationOf('highlight', true)).toBe('commenting');
    expect(kindOf(withNote(HIGHLIGHT, 'x', LATER))).toBe('comment');
    expect(withKind(HIGHLIGHT, 'comment', LATER)).toBe(HIGHLIGHT);
  });

  test('of a question or an action stays, with a note and without', () => {
    const question = withKind(HIGHLIGHT, 'question', LATER);
    expect(kindOf(question)).toBe('question');
    const noted = withNote(question, 'why?', LATER);
    expect(kindOf(noted)).toBe('question');
    expect(kindOf(withNote(noted, ' ', LATER))).toBe('question');
  });

  test('that it is already changes nothing', () => {
    expect(withKind(ACTION, 'action', LATER)).toBe(ACTION);
  });

  test('other than an action has nothing to be done, and an action begins open', () => {
    expect(isOpenAction(ACTION)).toBe(true);
    expect(isOpenAction(HIGHLIGHT)).toBe(false);
    const done = withAction(ACTION, { done: LATER.toISOString() }, LATER);
    expect(withKind(done, 'question', LATER).action).toBeUndefined();
    const again = withKind(withKind(done, 'question', LATER), 'action', LATER);
    expect(again.action).toEqual({});
  });
});

describe('an action', () => {
  test('is done, due and open again, each as it is said', () => {
    const due = withAction(ACTION, { due: '2026-06-01' }, LATER);
    expect(due.action).toEqual({ due: '2026-06-01' });
    expect(isOpenAction(due)).toBe(true);
    const done = withAction(due, { due: '2026-06-01', done: LATER.toISOString() }, LATER);
    expect(isOpenAction(done)).toBe(false);
    expect(withAction(done, {}, LATER).action).toEqual({});
  });

  test('is nothing that a highlight can have', () => {
    expect(withAction(HIGHLIGHT, { due: '2026-06-01' }, LATER)).toBe(HIGHLIGHT);
  });

  test.each([
    ['2026-05-12', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-5-1', false],
    ['2026-05-12T10:00', false],
    ['', false],
  ])('is due on %j: %j', (day, is) => {
    expect(isDay(day)).toBe(is);
  });
});

test('tags take the place of those before, and none are not written down', () => {
  const tagged = withTags(HIGHLIGHT, ['#a', 'A', 'b'], LATER);
  expect(tagsOf(tagged)).toEqual(['a', 'b']);
  const bare = withTags(tagged, [], LATER);
  expect(bare).not.toHaveProperty('tags');
  expect(tagsOf(bare)).toEqual([]);
});

test.each<[string, (annotation: Annotation) => Annotation]>([
  ['a note', (one) => withNote(one, 'x', LATER)],
  ['a kind', (one) => withKind(one, 'question', LATER)],
  ['tags', (one) => withTags(one, ['x'], LATER)],
  ['a colour', (one) => withColour(one, 'pink', LATER)],
])('%s is taken back by going back to what was before, as a later version', (_, change) => {
  const changed = change(ACTION);
  const back = asBefore(changed, ACTION, LATER);
  expect({ ...back, modified: ACTION.modified }).toEqual(ACTION);
  expect(back.modified > changed.modified).toBe(true);
});
