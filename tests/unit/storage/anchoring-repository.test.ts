import { expect, test } from 'vitest';
import { createAnchoringRepository } from '../../../lib/storage/anchoring-repository.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { anAnnotation, freshDatabase } from './fresh-database.ts';

test('the last state of each passage is kept', async () => {
  const database = freshDatabase();
  const anchorings = createAnchoringRepository(database);
  const [one, two] = [anAnnotation(), anAnnotation()];
  await createAnnotationRepository(database).save(one);
  await createAnnotationRepository(database).save(two);
  await anchorings.save({ [one.id]: { state: 'exact' }, [two.id]: { state: 'orphan' } });
  await anchorings.save({ [one.id]: { state: 'moved' } });
  expect(await anchorings.listStates()).toEqual({ [one.id]: 'moved', [two.id]: 'orphan' });
});

test('nothing is kept of annotations there are not', async () => {
  const anchorings = createAnchoringRepository(freshDatabase());
  await anchorings.save({ [anAnnotation().id]: { state: 'orphan' } });
  expect(await anchorings.listStates()).toEqual({});
});
