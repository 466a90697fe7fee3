import { describe, expect, test } from 'vitest';
import { type Beginning, toOpened, writingOf } from '../../../lib/annotation/writing.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import { anAnnotation, freshDatabase, writeNote } from './fresh-database.ts';

function repositories() {
  const database = freshDatabase();
  return {
    drafts: createDraftRepository(database),
    annotations: createAnnotationRepository(database),
  };
}

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

describe('where two forms are open at once', () => {
  const base = writingOf(anAnnotation());
  const here: Beginning = { base, forms: ['here'] };
  const there: Beginning = { base, forms: ['there'] };

  test('a save drops its own draft, and not what is being typed in the other', async () => {
    const { drafts, annotations } = repositories();
    const annotation = anAnnotation();
    await annotations.save(annotation);
    const write = (beginning: Beginning) =>
      annotations.saveWriting(annotation.id, { ...base, note: 'Saved.' }, beginning);
    const { note: _, ...details } = base;
    await drafts.save(annotation.id, 'Saved.', details, here);
    await drafts.save(annotation.id, 'Half a thou', details, there);
    await write(here);
    expect(await drafts.findWriting(annotation.id)).toEqual({
      ...details,
      note: 'Half a thou',
      base,
      form: 'there',
    });
    await write(there);
    expect(await drafts.find(annotation.id)).toBeUndefined();
  });

  test('so does throwing away; a draft that was taken up is one’s own', async () => {
    const { drafts } = repositories();
    await drafts.save('one', 'Half', undefined, there);
    await drafts.delete('one', here.forms);
    expect(await drafts.find('one')).toBe('Half');
    await drafts.delete('one', ['here', 'there']);
    expect(await drafts.find('one')).toBeUndefined();
  });

  test('a draft goes on from where it began, whatever was saved since', async () => {
    const { drafts, annotations } = repositories();
    const annotation = anAnnotation();
    await annotations.save(annotation);
    await drafts.save(annotation.id, 'Typed on Monday.', undefined, here);
    await writeNote(annotations, annotation.id, 'Written on Tuesday.');
    await drafts.save(annotation.id, 'Typed on Monday.', undefined, here);
    const stored = await annotations.find(annotation.id);
    const draft = await drafts.findWriting(annotation.id);
    if (!stored) throw new Error('It is gone');
    const { writing, beginning } = toOpened(stored, draft, 'later');
    expect(beginning).toEqual({ base, forms: ['later', 'here'] });
    const saved = await annotations.saveWriting(annotation.id, writing, beginning);
    expect(saved?.body?.value).toBe('Typed on Monday.');
    expect(saved?.formerNotes?.map(({ note }) => note)).toEqual(['Written on Tuesday.']);
  });
});
