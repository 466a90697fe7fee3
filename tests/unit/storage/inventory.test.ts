import { expect, test } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import type { Database } from '../../../lib/storage/database.ts';
import { createInventory } from '../../../lib/storage/inventory.ts';
import { createPostRepository } from '../../../lib/storage/post-repository.ts';
import { createReadingRepository } from '../../../lib/storage/reading-repository.ts';
import { createSettingsRepository } from '../../../lib/storage/settings-repository.ts';
import { anAnnotation, aPost, freshDatabase, permalinkOf } from './fresh-database.ts';

async function fill(database: Database): Promise<void> {
  const annotations = createAnnotationRepository(database);
  const gone = anAnnotation({ start: 50 });
  for (const annotation of [anAnnotation(), anAnnotation({ start: 20 }), gone]) {
    await annotations.save(annotation);
  }
  await annotations.delete(gone.id);
  await createPostRepository(database).save([aPost(), aPost({ slug: 'two' })]);
  await createReadingRepository(database).saveRead(permalinkOf('one'), true);
  await createSettingsRepository(database).save({ colourNames: { pink: 'disagree' } });
}

test('counts what the reader has, and apart from it what was deleted', async () => {
  const database = freshDatabase();
  await fill(database);
  expect(await createInventory(database).count()).toEqual({
    annotations: 2,
    deleted: 1,
    posts: 2,
    readings: 1,
  });
});

test('erases everything, tombstones and settings too', async () => {
  const database = freshDatabase();
  await fill(database);
  await createInventory(database).eraseAll();
  for (const table of database.tables) expect(await table.count(), table.name).toBe(0);
});

test('erases all or nothing', async () => {
  const database = freshDatabase();
  await fill(database);
  database.settings.hook('deleting', () => {
    throw new Error('The disk is full');
  });
  await expect(createInventory(database).eraseAll()).rejects.toThrow();
  expect(await createInventory(database).count()).toMatchObject({ annotations: 2, posts: 2 });
});
