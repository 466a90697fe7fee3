import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import { anAnnotation, freshDatabase } from './fresh-database.ts';

test('a draft is the last that was typed, until it is thrown away', async () => {
  const drafts = createDraftRepository(freshDatabase());
  const { id } = anAnnotation();
  expect(await drafts.find(id)).toBeUndefined();
  await drafts.save(id, 'A th');
  await drafts.save(id, 'A thought');
  expect(await drafts.find(id)).toBe('A thought');
  await drafts.delete(id);
  expect(await drafts.find(id)).toBeUndefined();
});

test('a draft of nothing is a draft: the reader has emptied the note', async () => {
  const drafts = createDraftRepository(freshDatabase());
  const { id } = anAnnotation();
  await drafts.save(id, '');
  expect(await drafts.find(id)).toBe('');
});

test('what is written beside the note is kept with it, where it can be written', async () => {
  const drafts = createDraftRepository(freshDatabase());
  const { id } = anAnnotation();
  const details = { kind: 'question' as const, tags: ['team'], action: {} };
  await drafts.save(id, 'A thought', details);
  expect(await drafts.findWriting(id)).toEqual({ note: 'A thought', ...details });
  await drafts.save(id, 'Another');
  expect(await drafts.findWriting(id)).toEqual({ note: 'Another' });
  await drafts.delete(id);
  expect(await drafts.findWriting(id)).toBeUndefined();
});
