import { expect, test, vi } from 'vitest';
import { addPassage } from '../../../entrypoints/background/add-passage.ts';
import { takePending } from '../../../entrypoints/background/take-pending.ts';
import { type Annotation, noteOf, tagsOf } from '../../../lib/annotation/annotation.ts';
import { PENDING } from '../../../lib/messaging/pending.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { anAnnotation, freshDatabase } from '../storage/fresh-database.ts';

/** A shelf that holds this, and a library, after what is pending was taken into it. */
async function take(kept: Record<string, unknown>, before: readonly Annotation[] = []) {
  const annotations = createAnnotationRepository(freshDatabase());
  for (const annotation of before) await annotations.save(annotation);
  const held = new Map(Object.entries(kept));
  const announce = vi.fn(async () => {});
  const shelf = {
    get: async () => Object.fromEntries(held),
    remove: async (keys: string[]) => keys.forEach((key) => held.delete(key)),
  };
  await takePending({ shelf, annotations, announce });
  return { annotations, left: [...held.keys()], announce };
}

const later = '2099-01-01T00:00:00.000Z';

test('what no background has answered is saved by the next, and its pages are told', async () => {
  const annotation = anAnnotation();
  const { annotations, left, announce } = await take({ [PENDING + annotation.id]: annotation });
  expect(await annotations.listAll()).toEqual([annotation]);
  expect(announce).toHaveBeenCalledWith(annotation.target.source);
  expect(left).toEqual([]);
});

test('what is no passage is thrown away, and what is not pending is left alone', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const { annotations, left } = await take({ [`${PENDING}x`]: { id: 'x' }, other: 1 });
  expect(await annotations.count()).toBe(0);
  expect(left).toEqual(['other']);
});

test('nothing that is there is changed by it, nor brought back', async () => {
  const annotation = anAnnotation({ note: 'Mine.' });
  const forged = { ...anAnnotation(), id: annotation.id, modified: later };
  const kept = { [PENDING + annotation.id]: forged };
  expect(await (await take(kept, [annotation])).annotations.listAll()).toEqual([annotation]);
  const gone = { ...annotation, deleted: annotation.modified };
  expect(await (await take(kept, [gone])).annotations.listAll()).toEqual([]);
});

test('a content script that saves over an annotation takes no word of it away', async () => {
  const annotations = createAnnotationRepository(freshDatabase());
  const annotation = anAnnotation({ note: 'Mine.' });
  await annotations.save(annotation);
  const { body: _, ...bare } = annotation;
  await addPassage(annotations, { ...bare, modified: later });
  expect(await annotations.listAll()).toEqual([annotation]);
});

test('a content script adds a passage, and no word about it', async () => {
  const annotations = createAnnotationRepository(freshDatabase());
  await addPassage(annotations, { ...anAnnotation({ note: 'Forged.' }), tags: ['forged'] });
  const [added] = await annotations.listAll();
  expect(added && [noteOf(added), tagsOf(added)]).toEqual(['', []]);
});
