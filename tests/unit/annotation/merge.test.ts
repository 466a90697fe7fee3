import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Annotation,
  createAnnotation,
  noteJustKept,
  noteOf,
} from '../../../lib/annotation/annotation.ts';
import { asDeleted, withColour, withTarget, withWriting } from '../../../lib/annotation/changes.ts';
import {
  formerNotesOf,
  withFormerNoteBack,
  withoutFormerNote,
} from '../../../lib/annotation/former-notes.ts';
import { KINDS } from '../../../lib/annotation/kind.ts';
import { mergeTags, mergeVersions, mergeWriting } from '../../../lib/annotation/merge.ts';
import { parseAnnotation } from '../../../lib/annotation/schema.ts';
import { type Writing, writingOf } from '../../../lib/annotation/writing.ts';
import { anyAnnotation } from '../exchange/any-library.ts';

const SOURCE = 'https://www.elidedbranches.com/2015/01/a-post.html';
const passageAt = (start: number) => ({
  source: SOURCE,
  selector: [
    { type: 'TextQuoteSelector' as const, exact: 'words', prefix: '', suffix: '' },
    { type: 'TextPositionSelector' as const, start, end: start + 5 },
  ],
  passage: 'words',
});

const PLAIN: Writing = { note: '', kind: 'comment', tags: [], action: {} };
const made = createAnnotation(passageAt(0), new Date('2026-01-01T10:00:00.000Z'));
/** An annotation with so much written about it. */
const written = (writing: Partial<Writing>, on = made) => withWriting(on, { ...PLAIN, ...writing });
const notesOf = (annotation: Annotation) => formerNotesOf(annotation).map(({ note }) => note);
/** All but when, of which no two saves have the same. */
const withoutTimes = ({ modified: _, ...rest }: Annotation) => rest;

const anyNote = fc.constantFrom('', ' ', 'one', 'two', 'three');
const anyWriting: fc.Arbitrary<Writing> = fc.record({
  note: anyNote,
  kind: fc.constantFrom(...KINDS),
  tags: fc.subarray(['a', 'b', 'c']),
  action: fc.constantFrom({}, { due: '2026-05-04' }, { done: '2026-05-01T00:00:00.000Z' }),
});

describe('a save', () => {
  test('of who has seen all that there is replaces it', () => {
    fc.assert(
      fc.property(anyWriting, anyWriting, (before, mine) => {
        const stored = written(before);
        const saved = mergeWriting(stored, writingOf(stored), mine);
        expect(withoutTimes(saved)).toEqual(withoutTimes(withWriting(stored, mine)));
      }),
    );
  });

  test('that changed nothing takes nothing of what others wrote', () => {
    fc.assert(
      fc.property(anyWriting, anyWriting, (base, theirs) => {
        const stored = written(theirs);
        const saved = mergeWriting(stored, base, base);
        expect(withoutTimes(saved)).toEqual(withoutTimes(stored));
      }),
    );
  });

  test('of two written from the same beginning, no text that was written is missing', () => {
    fc.assert(
      fc.property(anyWriting, anyWriting, anyWriting, (base, theirs, mine) => {
        const began = written(base);
        const first = mergeWriting(began, writingOf(began), theirs);
        const second = mergeWriting(first, writingOf(began), mine);
        const texts = [noteOf(second), ...notesOf(second)];
        for (const { note } of [theirs, mine]) {
          if (note.trim() !== '' && note !== noteOf(began)) expect(texts).toContain(note);
        }
        expect(() => parseAnnotation(second)).not.toThrow();
      }),
    );
  });

  test('of different things keeps both: the note of one, the tags and the day of the other', () => {
    const began = written({ kind: 'action', action: { due: '2026-05-04' } });
    const base = writingOf(began);
    const there = mergeWriting(began, base, { ...base, tags: ['team'], action: {} });
    const both = mergeWriting(there, base, {
      ...base,
      note: 'Try it.',
      action: { ...base.action, done: '2026-05-01T00:00:00.000Z' },
    });
    expect(writingOf(both)).toEqual({
      note: 'Try it.',
      kind: 'action',
      tags: ['team'],
      action: { done: '2026-05-01T00:00:00.000Z' },
    });
    expect(both.formerNotes).toBeUndefined();
  });

  test('of two texts keeps the earlier beside the later, and says so once', () => {
    const there = mergeWriting(made, PLAIN, { ...PLAIN, note: 'Theirs.' });
    const here = mergeWriting(there, PLAIN, { ...PLAIN, note: 'Mine.' });
    expect(noteOf(here)).toBe('Mine.');
    expect(noteJustKept(here)).toBe('Theirs.');
    const later = mergeWriting(here, writingOf(here), { ...writingOf(here), note: 'Mine!' });
    expect(notesOf(later)).toEqual(['Theirs.']);
    expect(noteJustKept(later)).toBeUndefined();
  });

  test('whose answer was lost is made again, and changes nothing more', () => {
    const mine = { ...PLAIN, note: 'Mine.' };
    const once = mergeWriting(made, PLAIN, mine);
    expect(withoutTimes(mergeWriting(once, PLAIN, mine))).toEqual(withoutTimes(once));
    const over = mergeWriting(once, PLAIN, { ...PLAIN, note: 'Theirs.' });
    const again = mergeWriting(over, PLAIN, mine);
    expect(withoutTimes(again)).toEqual(withoutTimes(over));
  });

  test('keeps no more than ten former notes, the last ones', () => {
    let stored = made;
    for (let count = 0; count < 14; count += 1) {
      stored = mergeWriting(stored, PLAIN, { ...PLAIN, note: `Text ${count}` });
    }
    expect(noteOf(stored)).toBe('Text 13');
    expect(notesOf(stored)).toEqual(Array.from({ length: 10 }, (_, at) => `Text ${at + 3}`));
    expect(() => parseAnnotation(stored)).not.toThrow();
  });
});

test('tags are given and taken one by one, whatever their capitals', () => {
  expect(mergeTags(['Team', 'new'], ['team', 'old'], ['old', 'mine'])).toEqual(['new', 'mine']);
  expect(mergeTags(['b', 'a'], ['b', 'a'], ['a', 'b'])).toEqual(['a', 'b']);
});

describe('a former note', () => {
  const torn = mergeWriting(written({ note: 'Theirs.' }), PLAIN, { ...PLAIN, note: 'Mine.' });
  const [former] = formerNotesOf(torn) as [{ note: string; until: string }];

  test('becomes the note again, and the note a former one, as often as the reader likes', () => {
    const back = withFormerNoteBack(torn, former);
    expect([noteOf(back), ...notesOf(back)]).toEqual(['Theirs.', 'Mine.']);
    const again = withFormerNoteBack(back, formerNotesOf(back)[0] ?? former);
    expect([noteOf(again), ...notesOf(again)]).toEqual(['Mine.', 'Theirs.']);
  });

  test('is discarded, and there is nothing to do where it is gone', () => {
    const without = withoutFormerNote(torn, former);
    expect(without.formerNotes).toBeUndefined();
    expect(withoutFormerNote(without, former)).toBe(without);
    expect(withFormerNoteBack(without, former)).toBe(without);
  });
});

describe('an undo', () => {
  test('gives back what was, where nothing was done since', () => {
    fc.assert(
      fc.property(anyAnnotation, anyAnnotation, (before, other) => {
        const after = { ...other, id: before.id };
        const undone = mergeVersions(after, after, before);
        expect(withoutTimes(undone)).toEqual(withoutTimes(before));
        expect(undone.modified > after.modified).toBe(true);
      }),
    );
  });

  test('of what changed nothing leaves what was done since, to the letter', () => {
    fc.assert(
      fc.property(anyAnnotation, anyAnnotation, (stored, version) => {
        const same = { ...version, modified: '2031-01-01T00:00:00.000Z' };
        expect(withoutTimes(mergeVersions(stored, same, version))).toEqual(withoutTimes(stored));
      }),
    );
  });

  test('takes back the one thing that was done, and no other', () => {
    const pink = withColour(made, 'pink');
    const since = written({ note: 'Since.' }, withTarget(pink, passageAt(40)));
    const undone = mergeVersions(since, pink, made);
    expect(undone.target.styleClass).toBeUndefined();
    expect(noteOf(undone)).toBe('Since.');
    expect(undone.target.selector[1]).toMatchObject({ start: 40 });
    expect(undone.modified > since.modified).toBe(true);
  });

  test('of a deletion brings back what there is by now', () => {
    const gone = asDeleted(made);
    const since = withColour(gone, 'blue');
    const undone = mergeVersions(since, gone, made);
    expect(undone.deleted).toBeUndefined();
    expect(undone.target.styleClass).toBe('blue');
  });

  test('of a note that has been written again since keeps that one beside it', () => {
    const [one, two] = [written({ note: 'One.' }), written({ note: 'Two.' })];
    const since = written({ note: 'Since.' }, two);
    const undone = mergeVersions(since, two, one);
    expect([noteOf(undone), ...notesOf(undone)]).toEqual(['One.', 'Since.']);
  });
});
