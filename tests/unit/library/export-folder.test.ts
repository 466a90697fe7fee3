import { expect, test } from 'vitest';
import {
  isToBeWritten,
  planFolder,
  writeFolder,
} from '../../../entrypoints/library/export-folder.ts';
import { createPace, gather } from '../../../entrypoints/pages/pace.ts';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { asDeleted, withNote } from '../../../lib/annotation/changes.ts';
import type { AnnotatedPost } from '../../../lib/markdown/annotated-post.ts';
import { anAnnotation, permalinkOf } from '../storage/fresh-database.ts';

/** As much of a folder as is used, kept in a map. */
function folderOf(files: Map<string, string>): FileSystemDirectoryHandle {
  const fileOf = (name: string) => ({
    kind: 'file' as const,
    name,
    getFile: async () => new File([files.get(name) ?? ''], name),
    createWritable: async () => {
      let text = '';
      return {
        write: async (more: string) => {
          text += more;
        },
        close: async () => {
          files.set(name, text);
        },
      };
    },
  });
  return {
    kind: 'directory',
    name: 'Vault',
    async *values() {
      for (const name of files.keys()) yield fileOf(name);
    },
    async getFileHandle(name: string, options?: { create?: boolean }) {
      if (!files.has(name) && !options?.create) throw new DOMException('', 'NotFoundError');
      return fileOf(name);
    },
  } as unknown as FileSystemDirectoryHandle;
}

const paceOf = (signal = new AbortController().signal) =>
  createPace({ signal, total: 1, onProgress: () => {} });

const postOf = (...annotations: Annotation[]): AnnotatedPost => ({
  permalink: permalinkOf('one'),
  title: 'One',
  labels: [],
  published: '2015-03-04',
  annotations,
});

const plan = (files: Map<string, string>, posts: readonly AnnotatedPost[]) =>
  planFolder(folderOf(files), posts, { options: {}, removed: '*Gone*', pace: paceOf() });

test('a plan writes nothing; written, it leaves nothing to be planned', async () => {
  const files = new Map([['picture.png', 'not looked at']]);
  const posts = [postOf(anAnnotation({ note: 'First.' }))];
  const planned = await plan(files, posts);
  expect(planned.map(({ name, before }) => [name, before])).toEqual([
    ['2015-03-04 One.md', undefined],
  ]);
  expect(files.size).toBe(1);
  const done = await writeFolder(folderOf(files), planned, paceOf());
  expect(done).toEqual({ written: 1, left: [] });
  expect((await plan(files, posts)).filter(isToBeWritten)).toEqual([]);
});

test('a file that was changed since the plan was made is left alone', async () => {
  const files = new Map<string, string>();
  const annotation = anAnnotation({ note: 'First.' });
  await writeFolder(folderOf(files), await plan(files, [postOf(annotation)]), paceOf());
  const planned = await plan(files, [postOf(withNote(annotation, 'Second.'))]);
  files.set('2015-03-04 One.md', 'written by someone else');
  expect(await writeFolder(folderOf(files), planned, paceOf())).toEqual({
    written: 0,
    left: ['2015-03-04 One.md'],
  });
  expect(files.get('2015-03-04 One.md')).toBe('written by someone else');
});

test('a post whose notes are all deleted has its file marked, and gets none if it had none', async () => {
  const files = new Map<string, string>();
  const annotation = anAnnotation({ note: 'First.' });
  const gone = [postOf(asDeleted(annotation))];
  expect(await plan(files, gone)).toEqual([]);
  await writeFolder(folderOf(files), await plan(files, [postOf(annotation)]), paceOf());
  const [file] = await plan(files, gone);
  expect(file?.changes.removed).toEqual([annotation.id]);
});

test('work ends when the reader cancels, after a slice at the latest', async () => {
  const controller = new AbortController();
  let made = 0;
  function* endless() {
    for (;;) {
      made += 1;
      if (made === 1000) controller.abort(new DOMException('Cancelled', 'AbortError'));
      yield 'part';
    }
  }
  await expect(gather(endless(), paceOf(controller.signal))).rejects.toThrow('Cancelled');
});
