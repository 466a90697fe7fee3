import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withNote } from '../../../lib/annotation/changes.ts';
import { writingOf } from '../../../lib/annotation/writing.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createDraftRepository } from '../../../lib/storage/draft-repository.ts';
import { createLibraryImports } from '../../../lib/storage/library-imports.ts';
import {
  createLibraryRepository,
  type StoredLibrary,
} from '../../../lib/storage/library-repository.ts';
import { createPostRepository } from '../../../lib/storage/post-repository.ts';
import { anyLibrary } from '../exchange/any-library.ts';
import { anAnnotation, aPost, freshDatabase } from './fresh-database.ts';

const NOTHING: StoredLibrary = {
  annotations: [],
  drafts: [],
  posts: [],
  readings: [],
  colourNames: {},
};

function open() {
  const database = freshDatabase();
  return {
    library: createLibraryRepository(database),
    imports: createLibraryImports(database),
    annotations: createAnnotationRepository(database),
    posts: createPostRepository(database),
    drafts: createDraftRepository(database),
  };
}

const byKey = <T>(rows: readonly T[]) =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const inOrder = ({ annotations, drafts, posts, readings, colourNames }: StoredLibrary) => ({
  annotations: byKey(annotations),
  drafts: byKey(drafts),
  posts: byKey(posts),
  readings: byKey(readings),
  colourNames,
});

test('an empty library is the one that was brought in, and empty again after the undo', async () => {
  const uniquely = anyLibrary.map((library) => ({
    ...library,
    posts: Array.from(new Map(library.posts.map((one) => [one.permalink, one])).values()),
    readings: Array.from(new Map(library.readings.map((one) => [one.permalink, one])).values()),
  }));
  await fc.assert(
    fc.asyncProperty(uniquely, async (library) => {
      const { library: repository, imports } = open();
      const written = await imports.write(library);
      expect(inOrder(await repository.read())).toEqual(inOrder(library));
      await imports.undo(written);
      expect(await repository.read()).toEqual(NOTHING);
    }),
    { numRuns: 25 },
  );
});

describe('of what was there', () => {
  test('the undo gives back what an import has changed', async () => {
    const { imports, annotations } = open();
    const mine = anAnnotation({ note: 'mine' });
    await annotations.save(mine);
    const written = await imports.write({ ...NOTHING, annotations: [withNote(mine, 'theirs')] });
    expect((await annotations.find(mine.id))?.body?.value).toBe('theirs');
    await imports.undo(written);
    expect((await annotations.find(mine.id))?.body?.value).toBe('mine');
  });

  test('what became newer while the reader was reading the report stays', async () => {
    const { imports, annotations } = open();
    const old = anAnnotation();
    await annotations.save(withNote(old, 'just written'));
    const written = await imports.write({ ...NOTHING, annotations: [old] });
    expect(written.annotations).toEqual([]);
    expect((await annotations.find(old.id))?.body?.value).toBe('just written');
  });

  test('what was typed while the reader was reading the report stays', async () => {
    const { imports, drafts } = open();
    const theirs = anAnnotation();
    await drafts.save(theirs.id, 'typed here');
    const draft = { id: theirs.id, note: 'typed there' };
    const written = await imports.write({ ...NOTHING, annotations: [theirs], drafts: [draft] });
    expect(await drafts.find(theirs.id)).toBe('typed here');
    await imports.undo(written);
    expect(await drafts.find(theirs.id)).toBe('typed here');
  });

  test('what was done since to what an import has changed stays after the undo', async () => {
    const { imports, annotations } = open();
    const mine = anAnnotation({ note: 'mine' });
    await annotations.save(mine);
    const written = await imports.write({ ...NOTHING, annotations: [withNote(mine, 'theirs')] });
    await annotations.saveTags(mine.id, ['since']);
    await imports.undo(written);
    expect(await annotations.find(mine.id)).toMatchObject({
      body: { value: 'mine' },
      tags: ['since'],
    });
  });

  test('what was written since the import is in the bin after the undo, and not lost', async () => {
    const { library, imports, annotations } = open();
    const theirs = anAnnotation();
    const written = await imports.write({ ...NOTHING, annotations: [theirs] });
    await annotations.saveWriting(theirs.id, { ...writingOf(theirs), note: 'written since' });
    await imports.undo(written);
    const [left] = (await library.read()).annotations;
    expect(left).toMatchObject({ body: { value: 'written since' }, deleted: expect.any(String) });
  });

  test('a post that has been read again since stays as it was read', async () => {
    const { imports, posts } = open();
    const written = await imports.write({ ...NOTHING, posts: [aPost({ text: 'Old.' })] });
    await posts.save([aPost({ text: 'New.' })]);
    await imports.undo(written);
    expect((await posts.list()).map(({ text }) => text)).toEqual(['New.']);
  });
});

test('an import that is cancelled half way has written nothing', async () => {
  const { library, imports } = open();
  const annotations = Array.from({ length: 1200 }, () => anAnnotation());
  const steps: number[] = [];
  const cancelled = imports.write({ ...NOTHING, annotations, posts: [aPost()] }, (done) => {
    steps.push(done);
    if (done >= 1000) throw new DOMException('Cancelled', 'AbortError');
  });
  await expect(cancelled).rejects.toThrow('Cancelled');
  expect(steps).toEqual([0, 500, 1000]);
  expect(await library.read()).toEqual(NOTHING);
});
