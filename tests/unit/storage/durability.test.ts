import { expect, test, vi } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createBulkChanges } from '../../../lib/storage/bulk-changes.ts';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import { createLibraryImports } from '../../../lib/storage/library-imports.ts';
import { anAnnotation, freshDatabase } from './fresh-database.ts';

test('whatever is written is on the disk when it is acknowledged, as every browser is asked', async () => {
  const database = freshDatabase();
  // What the library calls is taken from there when it is opened.
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await database.open();
  const annotation = anAnnotation();
  const repository = createAnnotationRepository(database);
  await repository.save(annotation);
  await repository.saveColour(annotation.id, 'pink');
  await createDraftRepository(database).save(annotation.id, 'A thought');
  await createBulkChanges(database).delete([annotation.id]);
  const nothing = { drafts: [], posts: [], readings: [], colourNames: {} };
  await createLibraryImports(database).write({ annotations: [anAnnotation()], ...nothing });
  const writing = begin.mock.calls.filter(([, mode]) => mode === 'readwrite');
  begin.mockRestore();
  expect(writing).toHaveLength(5);
  for (const [, , options] of writing) expect(options).toEqual({ durability: 'strict' });
});
