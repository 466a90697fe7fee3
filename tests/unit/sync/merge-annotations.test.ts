import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotation, noteOf, tagsOf } from '../../../lib/annotation/annotation.ts';
import {
  asDeleted,
  withColour,
  withNote,
  withTags,
  withTarget,
} from '../../../lib/annotation/changes.ts';
import { colourOf } from '../../../lib/annotation/colour.ts';
import { formerNotesOf, withoutFormerNote } from '../../../lib/annotation/former-notes.ts';
import { parseAnnotation } from '../../../lib/annotation/schema.ts';
import { mergeAnnotations } from '../../../lib/sync/merge-annotations.ts';
import { notesOf, textsOf as textsOfNotes } from '../../../lib/sync/merge-notes.ts';
import { anEdit, editAll, targetAt, untouched } from './edits.ts';

const textsOf = (annotation: Annotation) => textsOfNotes(notesOf(annotation));
const edits = fc.array(anEdit, { maxLength: 4 });
/** `npm run soak -- sync` sets it, and tries many more. */
const RUNS = process.env.WAYMARK_SYNC_RUNS === undefined ? 200 : 5000;

const base = untouched();
/** A beginning with something in it, two versions made from it, and whether it is still known. */
const versions = fc
  .tuple(edits, edits, edits, fc.boolean())
  .map(([before, here, there, isKnown]) => {
    // Something that was written at once before, so that there are former notes.
    const start = mergeAnnotations(base, editAll(base, before), noted('Long before.', 0));
    const [a, b] = [editAll(start, here), editAll(start, there)];
    return { base: isKnown ? start : undefined, start, a, b };
  });
const at = (second: number) => new Date(Date.parse('2026-01-01T12:00:00.000Z') + second * 1000);
const noted = (text: string, second: number) => withNote(base, text, at(second));

describe('what two versions of an annotation become', () => {
  test('is the same from either side', () => {
    fc.assert(
      fc.property(versions, ({ base, a, b }) => {
        expect(mergeAnnotations(base, a, b)).toEqual(mergeAnnotations(base, b, a));
      }),
      { numRuns: RUNS },
    );
  });

  test('is the one that was changed when only one was', () => {
    fc.assert(
      fc.property(versions, ({ start, a }) => {
        expect(mergeAnnotations(start, a, start)).toEqual(a);
        expect(mergeAnnotations(start, a, a)).toEqual(a);
        expect(mergeAnnotations(undefined, a, a)).toEqual(a);
      }),
      { numRuns: RUNS },
    );
  });

  test('stays when it is merged again with either, after an interruption', () => {
    fc.assert(
      fc.property(versions, ({ base, a, b }) => {
        const merged = mergeAnnotations(base, a, b);
        expect(mergeAnnotations(base, merged, a)).toEqual(merged);
        expect(mergeAnnotations(base, merged, b)).toEqual(merged);
      }),
      { numRuns: RUNS },
    );
  });

  test('is an annotation like any other', () => {
    fc.assert(
      fc.property(versions, ({ base, a, b }) => {
        const annotation = mergeAnnotations(base, a, b);
        expect(parseAnnotation(annotation)).toEqual(annotation);
      }),
      { numRuns: RUNS },
    );
  });

  test('has every text that either side wrote, and was not there before', () => {
    fc.assert(
      fc.property(versions, ({ base, start, a, b }) => {
        const texts = textsOf(mergeAnnotations(base, a, b));
        for (const text of [...textsOf(a), ...textsOf(b)]) {
          if (!base || !textsOf(start).includes(text)) expect(texts).toContain(text);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('of three made from one beginning, has the same new texts and the same tags whichever two come first', () => {
    fc.assert(
      fc.property(versions, edits, ({ start, a, b }, more) => {
        const c = editAll(start, more);
        const one = mergeAnnotations(start, mergeAnnotations(start, a, b), c);
        const other = mergeAnnotations(start, a, mergeAnnotations(start, b, c));
        const added = (annotation: Annotation) =>
          new Set(textsOf(annotation).filter((text) => !textsOf(start).includes(text)));
        expect(added(one)).toEqual(added(other));
        const keys = (annotation: Annotation) =>
          new Set(tagsOf(annotation).map((tag) => tag.toLowerCase()));
        expect(keys(one)).toEqual(keys(other));
      }),
      { numRuns: RUNS },
    );
  });
});

test('a note written here and a colour chosen there are both kept', () => {
  const merged = mergeAnnotations(base, noted('A thought.', 5), withColour(base, 'blue', at(9)));
  expect([noteOf(merged), colourOf(merged.target)]).toEqual(['A thought.', 'blue']);
  expect([merged.motivation, merged.formerNotes]).toEqual(['commenting', undefined]);
});

test('two notes written at once are both kept, the later one first, and the reader may choose', () => {
  const merged = mergeAnnotations(base, noted('Earlier.', 1), noted('Later.', 9));
  expect(noteOf(merged)).toBe('Later.');
  const [former] = formerNotesOf(merged);
  expect(former).toEqual({ note: 'Earlier.', until: at(1).toISOString() });
  if (!former) return;
  const chosen = withoutFormerNote(merged, former, at(20));
  const coloured = withColour(merged, 'pink', at(30));
  const after = mergeAnnotations(merged, chosen, coloured);
  expect([noteOf(after), after.formerNotes]).toEqual(['Later.', undefined]);
});

test('a note that was emptied gives way to one that was written', () => {
  const before = noted('To begin with.', 0);
  const merged = mergeAnnotations(
    before,
    withNote(before, '', at(9)),
    withNote(before, 'New.', at(5)),
  );
  expect(textsOf(merged)).toEqual(['New.']);
});

test('tags taken away on one side and added on the other are gone, and there', () => {
  const tagged = (tags: string[], second: number) => withTags(base, tags, at(second));
  const before = tagged(['pay', 'teams'], 1);
  const merged = mergeAnnotations(
    before,
    tagged(['pay'], 2),
    tagged(['pay', 'teams', 'hiring'], 3),
  );
  expect(tagsOf(merged)).toEqual(['hiring', 'pay']);
});

test('of two places the later one holds, and the other is remembered', () => {
  const [here, there] = [1, 2].map((start) => withTarget(base, targetAt(start), at(start)));
  if (!here || !there) throw new Error('There are two.');
  const merged = mergeAnnotations(base, here, there);
  expect(merged.target).toEqual(there.target);
  expect(merged.history?.map(({ target }) => target)).toEqual([
    base.target,
    here.target,
    base.target,
  ]);
});

test('an edit wins over a deletion, and a deletion over nothing', () => {
  const gone = asDeleted(base, at(60));
  expect(mergeAnnotations(base, gone, noted('Still of use.', 1)).deleted).toBeUndefined();
  expect(mergeAnnotations(base, gone, base).deleted).toBe(gone.deleted);
});

test('versions of different annotations are not merged', () => {
  expect(() => mergeAnnotations(undefined, base, untouched())).toThrow(RangeError);
});
