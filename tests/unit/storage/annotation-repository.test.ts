import { describe, expect, test, vi } from 'vitest';
import { noteOf } from '../../../lib/annotation/annotation.ts';
import { asDeleted, withNote, withTags } from '../../../lib/annotation/changes.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import {
  anAnnotation,
  freshDatabase,
  freshName,
  permalinkOf,
  writeNote,
} from './fresh-database.ts';

const freshRepository = () => createAnnotationRepository(freshDatabase());

describe('saving', () => {
  test('keeps the annotation as it is', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation({ note: 'A thought.' });
    await annotations.save(annotation);
    expect(await annotations.find(annotation.id)).toEqual(annotation);
  });

  test('twice is saving once', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation();
    await Promise.all([annotations.save(annotation), annotations.save(annotation)]);
    await annotations.save(annotation);
    expect(await annotations.listAll()).toEqual([annotation]);
  });

  test('a later version replaces an earlier one', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation();
    await annotations.save(annotation);
    const later = withNote(annotation, 'From another device.', new Date('2026-02-02T00:00:00Z'));
    await annotations.save(later);
    expect(await annotations.listAll()).toEqual([later]);
  });

  test('an earlier version does not undo a note written since', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation();
    await annotations.save(annotation);
    const edited = await writeNote(annotations, annotation.id, 'A thought.');
    await annotations.save(annotation);
    expect(await annotations.find(annotation.id)).toEqual(edited);
  });

  test('an earlier version does not bring back what was deleted since', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation();
    await annotations.save(annotation);
    await annotations.delete(annotation.id);
    await annotations.save(annotation);
    expect(await annotations.find(annotation.id)).toBeUndefined();
    expect(await annotations.listAll()).toEqual([]);
  });

  test('a clock set back does not make an edit older than what it changed', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation({ created: '2126-01-01T00:00:00.000Z' });
    await annotations.save(annotation);
    await writeNote(annotations, annotation.id, 'Written a century earlier.');
    await annotations.save(annotation);
    const kept = await annotations.find(annotation.id);
    expect(kept && noteOf(kept)).toBe('Written a century earlier.');
    await annotations.delete(annotation.id);
    await annotations.save(annotation);
    expect(await annotations.find(annotation.id)).toBeUndefined();
  });

  test('is there when the library is opened again', async () => {
    const name = freshName();
    const before = openDatabase(name);
    const annotation = anAnnotation();
    await createAnnotationRepository(before).save(annotation);
    before.close();
    const after = createAnnotationRepository(openDatabase(name));
    expect(await after.find(annotation.id)).toEqual(annotation);
  });
});

describe('listing', () => {
  test('gives one post in reading order, whatever was written first', async () => {
    const annotations = freshRepository();
    const third = anAnnotation({ start: 100, created: '2026-01-01T00:00:00.000Z' });
    const first = anAnnotation({ start: 9, created: '2026-01-02T00:00:00.000Z' });
    const second = anAnnotation({ start: 20, created: '2026-01-03T00:00:00.000Z' });
    const elsewhere = anAnnotation({ slug: 'two', start: 1 });
    for (const annotation of [third, first, elsewhere, second]) await annotations.save(annotation);
    expect(await annotations.listBySource(permalinkOf('one'))).toEqual([first, second, third]);
  });

  test('puts the earlier of two at the same place first, and those without a place last', async () => {
    const annotations = freshRepository();
    const lost = anAnnotation({ start: 'unknown', created: '2025-01-01T00:00:00.000Z' });
    const lostLater = anAnnotation({ start: 'unknown', created: '2025-01-02T00:00:00.000Z' });
    const later = anAnnotation({ start: 5, created: '2026-01-02T00:00:00.000Z' });
    const earlier = anAnnotation({ start: 5, created: '2026-01-01T00:00:00.000Z' });
    for (const annotation of [lostLater, lost, later, earlier]) await annotations.save(annotation);
    const listed = await annotations.listBySource(permalinkOf('one'));
    expect(listed).toEqual([earlier, later, lost, lostLater]);
  });

  test('gives everything by post and then in reading order', async () => {
    const annotations = freshRepository();
    const b2 = anAnnotation({ slug: 'b', start: 2 });
    const a9 = anAnnotation({ slug: 'a', start: 9 });
    const b1 = anAnnotation({ slug: 'b', start: 1 });
    const a3 = anAnnotation({ slug: 'a', start: 3 });
    for (const annotation of [b2, a9, b1, a3]) await annotations.save(annotation);
    expect(await annotations.listAll()).toEqual([a3, a9, b1, b2]);
  });

  test('gives the newest of all posts first, as many as asked for, deleted ones not counted', async () => {
    const annotations = freshRepository();
    const ofDay = (day: number) =>
      anAnnotation({ slug: `post-${day % 2}`, created: `2026-01-0${day}T00:00:00.000Z` });
    const oldest = ofDay(1);
    const older = ofDay(2);
    const deleted = ofDay(3);
    const newest = ofDay(4);
    for (const annotation of [deleted, oldest, newest, older]) await annotations.save(annotation);
    await annotations.delete(deleted.id);
    expect(await annotations.listLatest(2)).toEqual([newest, older]);
    expect(await annotations.listLatest(10)).toEqual([newest, older, oldest]);
    expect(await annotations.listLatest(0)).toEqual([]);
  });
});

describe('deleting', () => {
  test('leaves a tombstone that says when', async () => {
    const database = freshDatabase();
    const annotations = createAnnotationRepository(database);
    const annotation = anAnnotation({ note: 'A thought.' });
    await annotations.save(annotation);
    const before = new Date().toISOString();
    const gone = await annotations.delete(annotation.id);
    expect(gone?.deleted && gone.deleted >= before).toBe(true);
    expect(await database.annotations.get(annotation.id)).toEqual(gone);
    expect(await annotations.listBySource(permalinkOf('one'))).toEqual([]);
    expect(await annotations.listLatest(1)).toEqual([]);
  });

  test('can be undone, and the note is there again', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation({ note: 'A thought.' });
    await annotations.save(annotation);
    await annotations.delete(annotation.id);
    const restored = await annotations.restore(annotation.id);
    expect(await annotations.find(annotation.id)).toEqual(restored);
    expect(restored).toEqual({ ...annotation, modified: restored?.modified });
  });

  test('what is not there, or twice, changes nothing', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation();
    expect(await annotations.delete(annotation.id)).toBeUndefined();
    await annotations.save(annotation);
    await annotations.delete(annotation.id);
    expect(await annotations.delete(annotation.id)).toBeUndefined();
  });

  test('is not undone for what was never deleted, or never there', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation();
    expect(await annotations.restore(annotation.id)).toBeUndefined();
    await annotations.save(annotation);
    expect(await annotations.restore(annotation.id)).toBeUndefined();
    expect(await annotations.find(annotation.id)).toEqual(annotation);
  });

  test('elsewhere arrives as a newer version', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation();
    await annotations.save(annotation);
    await annotations.save(asDeleted(annotation));
    expect(await annotations.find(annotation.id)).toBeUndefined();
  });
});

describe('attaching', () => {
  const targetAt = (start: number) => anAnnotation({ start }).target;

  test('keeps where it was, once however often it is said, and can be undone', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation({ note: 'A thought.' });
    await annotations.save(annotation);
    const attached = await annotations.saveTarget(annotation.id, targetAt(50));
    expect(await annotations.saveTarget(annotation.id, targetAt(50))).toEqual(attached);
    expect(await annotations.find(annotation.id)).toEqual(attached);
    expect(attached?.history).toEqual([{ target: annotation.target, until: attached?.modified }]);
    const undone = await annotations.saveTarget(annotation.id, annotation.target);
    expect(undone).toEqual({ ...annotation, modified: undone?.modified });
  });

  test('an earlier version does not bring the old place back', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation();
    await annotations.save(annotation);
    const attached = await annotations.saveTarget(annotation.id, targetAt(50));
    await annotations.save(annotation);
    expect(await annotations.find(annotation.id)).toEqual(attached);
  });

  test('what is gone, or to another post, changes nothing', async () => {
    const annotations = freshRepository();
    const annotation = anAnnotation();
    expect(await annotations.saveTarget(annotation.id, targetAt(1))).toBeUndefined();
    await annotations.save(annotation);
    const { target } = anAnnotation({ slug: 'two', start: 1 });
    expect(await annotations.saveTarget(annotation.id, target)).toBeUndefined();
    expect(await annotations.find(annotation.id)).toEqual(annotation);
    await annotations.delete(annotation.id);
    expect(await annotations.saveTarget(annotation.id, targetAt(1))).toBeUndefined();
    expect(await annotations.saveColour(annotation.id, 'pink')).toBeUndefined();
  });
});

test('a colour is saved, and the place in reading order kept', async () => {
  const annotations = freshRepository();
  const [first, second] = [anAnnotation({ start: 1 }), anAnnotation({ start: 2 })];
  for (const annotation of [first, second]) await annotations.save(annotation);
  const purple = await annotations.saveColour(first.id, 'purple');
  expect(purple?.target.styleClass).toBe('purple');
  expect(await annotations.listBySource(permalinkOf('one'))).toEqual([purple, second]);
});

describe('saving a note', () => {
  test('drops its draft and no other', async () => {
    const database = freshDatabase();
    const annotations = createAnnotationRepository(database);
    const drafts = createDraftRepository(database);
    const [annotation, other] = [anAnnotation(), anAnnotation()];
    await annotations.save(annotation);
    await drafts.save(annotation.id, 'A thou');
    await drafts.save(other.id, 'Something else');
    const saved = await writeNote(annotations, annotation.id, 'A thought.');
    expect(saved && noteOf(saved)).toBe('A thought.');
    expect(await drafts.find(annotation.id)).toBeUndefined();
    expect(await drafts.find(other.id)).toBe('Something else');
  });

  test('that fails half-way leaves the draft, and no note', async () => {
    const database = freshDatabase();
    const annotations = createAnnotationRepository(database);
    const drafts = createDraftRepository(database);
    const annotation = anAnnotation();
    await annotations.save(annotation);
    await drafts.save(annotation.id, 'A thought.');
    const failing = vi.fn(() => {
      throw new Error('The disk is full');
    });
    database.drafts.hook('deleting', failing);
    await expect(writeNote(annotations, annotation.id, 'A thought.')).rejects.toThrow(
      'disk is full',
    );
    expect(failing).toHaveBeenCalled();
    expect(await annotations.find(annotation.id)).toEqual(annotation);
    expect(await drafts.find(annotation.id)).toBe('A thought.');
  });

  test('for a deleted annotation is refused, and the draft is kept', async () => {
    const database = freshDatabase();
    const annotations = createAnnotationRepository(database);
    const drafts = createDraftRepository(database);
    const annotation = anAnnotation();
    await annotations.save(annotation);
    await drafts.save(annotation.id, 'A thought.');
    await annotations.delete(annotation.id);
    expect(await writeNote(annotations, annotation.id, 'A thought.')).toBeUndefined();
    expect(await drafts.find(annotation.id)).toBe('A thought.');
    const restored = await annotations.restore(annotation.id);
    expect(restored && noteOf(restored)).toBe('');
  });
});

describe('tags in use', () => {
  test('come the most used first, once each, without those of what is deleted', async () => {
    const annotations = freshRepository();
    const tagged = async (...tags: string[]) => {
      const annotation = withTags(anAnnotation(), tags);
      await annotations.save(annotation);
      return annotation.id;
    };
    const gone = await tagged('Gone', 'rare');
    await tagged('rare', 'Often');
    await tagged('often');
    expect(await annotations.listTags()).toEqual(['Often', 'rare', 'Gone']);
    await annotations.delete(gone);
    expect(await annotations.listTags()).toEqual(['Often', 'rare']);
    await annotations.restore(gone);
    expect(await annotations.listTags()).toContain('Gone');
  });
});
