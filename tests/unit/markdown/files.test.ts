import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnnotatedPost } from '../../../lib/markdown/annotated-post.ts';
import { listFileNames, planFiles } from '../../../lib/markdown/files.ts';
import { nasty } from './nasty.ts';
import { anAnnotation, aPost } from './read.ts';

const options = { flavour: 'obsidian' } as const;
const plan = (posts: readonly AnnotatedPost[], files: ReadonlyMap<string, string> = new Map()) =>
  Array.from(planFiles(posts, files, options, '*Removed*'));

/** The folder after the plan has been carried out. */
function folderOf(planned: ReturnType<typeof plan>, before = new Map<string, string>()) {
  return new Map([...before, ...planned.map(({ name, after }) => [name, after] as const)]);
}

const post = aPost(['One.'], { title: 'Release trains', published: '2012-08-01T00:00:00Z' });
const another = aPost(['Two.'], {
  ...post,
  permalink: 'https://www.elidedbranches.com/2013/01/b.html',
});

test('a post is a file named after its day and title', () => {
  expect(plan([post])).toMatchObject([{ name: '2012-08-01 Release trains.md', before: undefined }]);
});

test('two posts of the same day and title are two files', () => {
  expect(listFileNames([post, another])).toEqual([
    '2012-08-01 Release trains.md',
    '2012-08-01 Release trains 2.md',
  ]);
});

test('a name that differs in capitals only is taken', () => {
  const files = new Map([['2012-08-01 RELEASE TRAINS.md', 'My own.']]);
  expect(plan([post], files)[0]?.name).toBe('2012-08-01 Release trains 2.md');
});

test('a file that was renamed is known by its mark', () => {
  const [planned] = plan([post]);
  const files = new Map([['trains.md', planned?.after ?? '']]);
  expect(plan([post], files)).toMatchObject([{ name: 'trains.md', before: planned?.after }]);
});

test('exporting again writes nothing when nothing has changed', () => {
  const files = folderOf(plan([post, another]));
  for (const { before, after } of plan([post, another], files)) expect(after).toBe(before);
});

test('only the file of a post that has changed is written', () => {
  const files = folderOf(plan([post, another]));
  const more = { ...post, annotations: [...post.annotations, idOf(anAnnotation('New.'), 1)] };
  const planned = plan([more, another], files);
  expect(planned.map(({ before, after }) => before !== after)).toEqual([true, false]);
  expect(planned[0]?.changes.added).toHaveLength(1);
});

test('any titles make names that are unique, and one path segment', () => {
  fc.assert(
    fc.property(fc.array(nasty, { maxLength: 8 }), (titles) => {
      const posts = titles.map((title) => aPost([], { title }));
      const names = listFileNames(posts);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[^/\\:]+\.md$/);
    }),
  );
});

function idOf<T extends { id: string }>(annotation: T, number: number): T {
  return { ...annotation, id: annotation.id.replace(/.$/, String(number)) };
}
