import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnnotation, LONGEST_HISTORY, noteOf } from '../../../lib/annotation/annotation.ts';
import {
  asDeleted,
  asRestored,
  withColour,
  withNote,
  withTarget,
} from '../../../lib/annotation/changes.ts';
import { colourOf } from '../../../lib/annotation/colour.ts';
import { parseAnnotation } from '../../../lib/annotation/schema.ts';
import { findSelector } from '../../../lib/annotation/selector.ts';
import type { Target } from '../../../lib/annotation/target.ts';
import { TARGET } from './target.ts';

const THEN = new Date('2026-01-01T10:00:00.000Z');
const NOW = new Date('2026-02-02T12:30:00.500Z');
const NOW_TEXT = '2026-02-02T12:30:00.500Z';
const highlight = createAnnotation(TARGET, THEN);

describe('a new annotation', () => {
  test('highlights its target, from now on, and has no note', () => {
    expect(highlight).toEqual({
      id: highlight.id,
      motivation: 'highlighting',
      target: TARGET,
      created: '2026-01-01T10:00:00.000Z',
      modified: '2026-01-01T10:00:00.000Z',
    });
    expect(noteOf(highlight)).toBe('');
  });

  test('has an id of its own, a UUID of version 7, by which later ones come later', () => {
    const ids = Array.from({ length: 100 }, () => createAnnotation(TARGET).id);
    expect(new Set(ids).size).toBe(100);
    expect(ids.toSorted()).toEqual(ids);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-/);
  });

  test('is made now unless another time is said', () => {
    const before = Date.now();
    const { created } = createAnnotation(TARGET);
    expect(Date.parse(created)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(created)).toBeLessThanOrEqual(Date.now());
  });
});

describe('a note', () => {
  test('makes a comment of the highlight, and says when', () => {
    const noted = withNote(highlight, 'A *thought*.', NOW);
    expect(noted).toEqual({
      ...highlight,
      motivation: 'commenting',
      body: { type: 'TextualBody', format: 'text/markdown', value: 'A *thought*.' },
      modified: NOW_TEXT,
    });
    expect(noteOf(noted)).toBe('A *thought*.');
  });

  test('replaces the one before', () => {
    const noted = withNote(withNote(highlight, 'One'), 'Two', NOW);
    expect(noteOf(noted)).toBe('Two');
  });

  test.each(['', ' ', '\n\t \u00a0'])('of %j is none, and takes away the one before', (blank) => {
    const emptied = withNote(withNote(highlight, 'A thought.', THEN), blank, NOW);
    expect(emptied).toEqual({ ...highlight, modified: NOW_TEXT });
    expect(emptied).not.toHaveProperty('body');
  });

  test('is kept as it was typed, white space too', () => {
    const typed = '    code\n\n- a list  \n';
    expect(noteOf(withNote(highlight, typed))).toBe(typed);
  });
});

describe('a tombstone', () => {
  const noted = withNote(highlight, 'A thought.', THEN);

  test('keeps all there was, and says when it was deleted', () => {
    expect(asDeleted(noted, NOW)).toEqual({ ...noted, modified: NOW_TEXT, deleted: NOW_TEXT });
  });

  test('is undone without a trace, but for the time', () => {
    const restored = asRestored(asDeleted(noted, THEN), NOW);
    expect(restored).toEqual({ ...noted, modified: NOW_TEXT });
    expect(restored).not.toHaveProperty('deleted');
  });
});

describe('a colour', () => {
  test('is yellow unless another is said, and yellow is not written down', () => {
    expect(colourOf(highlight.target)).toBe('yellow');
    const pink = withColour(highlight, 'pink', NOW);
    expect(colourOf(pink.target)).toBe('pink');
    expect(pink).toEqual({
      ...highlight,
      target: { ...highlight.target, styleClass: 'pink' },
      modified: NOW_TEXT,
    });
    expect(withColour(pink, 'yellow', NOW).target).toStrictEqual(highlight.target);
  });

  test('that it has already changes nothing', () => {
    expect(withColour(highlight, 'yellow', NOW)).toBe(highlight);
  });
});

describe('attaching', () => {
  const at = (start: number): Target => ({
    ...TARGET,
    selector: [{ type: 'TextPositionSelector', start, end: start + 9 }],
    passage: `words at ${start}`,
  });
  const attachedTo = (...starts: number[]) =>
    starts.reduce((before, start) => withTarget(before, at(start)), withNote(highlight, 'Mine.'));

  test('keeps the place that is left as history, the note and the colour', () => {
    const green = withColour(highlight, 'green', THEN);
    const attached = withTarget(green, at(1), NOW);
    expect(attached).toEqual({
      ...green,
      target: { ...at(1), styleClass: 'green' },
      history: [{ target: green.target, until: NOW_TEXT }],
      modified: NOW_TEXT,
    });
    expect(noteOf(attachedTo(1))).toBe('Mine.');
  });

  test('to where it is already changes nothing, whatever order the fields were written in', () => {
    const same = { ...at(3), selector: [{ end: 12, start: 3, type: 'TextPositionSelector' }] };
    const attached = attachedTo(3);
    expect(withTarget(attached, same as Target)).toBe(attached);
  });

  test('back to where it was is an undo, and leaves no trace', () => {
    const undone = withTarget(attachedTo(1), TARGET);
    expect(undone.target).toEqual(TARGET);
    expect(undone).not.toHaveProperty('history');
    const second = withTarget(attachedTo(1, 2), at(1));
    expect(second.history?.map(({ target }) => target.passage)).toEqual([TARGET.passage]);
  });

  test('an undo keeps a colour chosen meanwhile', () => {
    const undone = withTarget(withColour(attachedTo(1), 'blue'), TARGET);
    expect(undone.target).toEqual({ ...TARGET, styleClass: 'blue' });
  });

  test('remembers the last places only, oldest first, and can be stored', () => {
    const places = Array.from({ length: LONGEST_HISTORY + 5 }, (_, place) => place);
    const attached = attachedTo(...places);
    const kept = attached.history?.map(({ target }) => target.passage);
    expect(kept).toEqual(places.slice(-LONGEST_HISTORY - 1, -1).map((place) => at(place).passage));
    expect(parseAnnotation(attached)).toEqual(attached);
  });

  test('to another post is refused', () => {
    const source = 'https://www.elidedbranches.com/2015/03/two.html';
    expect(() => withTarget(highlight, { ...at(1), source })).toThrow(RangeError);
  });
});

test('every change is later than the one before, though the clock stands still or is set back', () => {
  const change = fc.constantFrom(
    (annotation: typeof highlight, now: Date) => withNote(annotation, 'A thought.', now),
    asDeleted,
    asRestored,
    (annotation: typeof highlight, now: Date) =>
      withColour(annotation, colourOf(annotation.target) === 'pink' ? 'blue' : 'pink', now),
  );
  const clock = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(change, clock)), (changes) => {
      let annotation = highlight;
      for (const [to, now] of changes) {
        const changed = to(annotation, now);
        expect(changed.modified > annotation.modified).toBe(true);
        expect(changed.created).toBe(highlight.created);
        annotation = changed;
      }
    }),
  );
});

test('no change is made to the annotation it is made from', () => {
  const frozen = Object.freeze({ ...highlight });
  withNote(frozen, 'A thought.');
  asDeleted(frozen);
  asRestored(frozen);
  expect(frozen).toEqual(highlight);
});

test('a selector is found by its kind, the first of several', () => {
  const [quote, position] = TARGET.selector;
  expect(findSelector(TARGET.selector, 'TextQuoteSelector')).toBe(quote);
  expect(findSelector(TARGET.selector, 'TextPositionSelector')).toBe(position);
  const another = { ...findSelector(TARGET.selector, 'TextPositionSelector'), start: 1 } as never;
  expect(findSelector([...TARGET.selector, another], 'TextPositionSelector')).toBe(position);
  expect(findSelector([], 'TextQuoteSelector')).toBeUndefined();
});
