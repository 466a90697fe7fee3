import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteOf } from '../../../lib/annotation/annotation.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import { anAnnotation, freshName, writeNote } from './fresh-database.ts';

/** Two contexts of the extension, each with a connection of its own to one library. */
function twoContexts() {
  const name = freshName();
  const [here, there] = [openDatabase(name), openDatabase(name)] as const;
  return {
    here: createAnnotationRepository(here),
    there: createAnnotationRepository(there),
    drafts: createDraftRepository(here),
  };
}

test('a note that was acknowledged is in the tombstone, whichever came first, note or deletion', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
      async (scheduler, noteFirst) => {
        const { here, there, drafts } = twoContexts();
        await Promise.all(
          noteFirst.map(async (first, at) => {
            const annotation = anAnnotation({ start: at });
            await here.save(annotation);
            await drafts.save(annotation.id, 'A thought.');
            const note = () => writeNote(here, annotation.id, 'A thought.');
            const remove = () => there.delete(annotation.id);
            const acts = first ? [note, remove] : [remove, note];
            const running = acts.map((act) => scheduler.schedule(Promise.resolve()).then(act));
            await scheduler.waitAll();
            const answers = await Promise.all(running);
            const [saved, gone] = first ? answers : [answers[1], answers[0]];
            expect(gone).toBeDefined();
            expect(await here.find(annotation.id)).toBeUndefined();
            const restored = await there.restore(annotation.id);
            expect(restored && noteOf(restored)).toBe(saved ? 'A thought.' : '');
            expect(await drafts.find(annotation.id)).toBe(saved ? undefined : 'A thought.');
          }),
        );
      },
    ),
    { numRuns: 40 },
  );
});

test('of two notes written at once one is kept whole, and what else was saved meanwhile too', async () => {
  const { here, there } = twoContexts();
  const edited = anAnnotation();
  const others = Array.from({ length: 20 }, (_, start) => anAnnotation({ start }));
  await here.save(edited);
  await Promise.all([
    writeNote(here, edited.id, 'From here.'),
    ...others.map((other, at) => (at % 2 ? here : there).save(other)),
    writeNote(there, edited.id, 'From there.'),
    here.save(edited),
  ]);
  expect(await there.listAll()).toHaveLength(21);
  const kept = await there.find(edited.id);
  expect(['From here.', 'From there.']).toContain(kept && noteOf(kept));
});
