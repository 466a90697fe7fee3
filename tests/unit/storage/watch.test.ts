import { expect, test, vi } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { watchQuery } from '../../../lib/storage/watch.ts';
import { anAnnotation, freshDatabase, freshName, permalinkOf } from './fresh-database.ts';

/** Long enough for an answer that should not come to have come. Milliseconds. */
const A_WHILE = 50;
const aWhile = () => new Promise((resolve) => setTimeout(resolve, A_WHILE));

/** How many annotations the post is said to have, every time it is said. */
function watchCounts(
  annotations: ReturnType<typeof createAnnotationRepository>,
  signal: AbortSignal,
) {
  const counts: number[] = [];
  watchQuery(
    () => annotations.listBySource(permalinkOf('one')),
    ({ length }) => counts.push(length),
    (error) => {
      throw error;
    },
    signal,
  );
  return counts;
}

test('a query is answered at once, and again after every write that changes its answer', async () => {
  const annotations = createAnnotationRepository(freshDatabase());
  const counts = watchCounts(annotations, new AbortController().signal);
  await vi.waitFor(() => expect(counts).toEqual([0]));
  const annotation = anAnnotation();
  await annotations.save(annotation);
  await vi.waitFor(() => expect(counts.at(-1)).toBe(1));
  await annotations.delete(annotation.id);
  await vi.waitFor(() => expect(counts.at(-1)).toBe(0));
});

test('a write made through another connection is seen', async () => {
  const name = freshName();
  const counts = watchCounts(
    createAnnotationRepository(openDatabase(name)),
    new AbortController().signal,
  );
  await vi.waitFor(() => expect(counts).toEqual([0]));
  await createAnnotationRepository(openDatabase(name)).save(anAnnotation());
  await vi.waitFor(() => expect(counts.at(-1)).toBe(1));
});

test('nothing is answered after the signal', async () => {
  const annotations = createAnnotationRepository(freshDatabase());
  const controller = new AbortController();
  const counts = watchCounts(annotations, controller.signal);
  await vi.waitFor(() => expect(counts).toEqual([0]));
  controller.abort();
  await annotations.save(anAnnotation());
  await aWhile();
  expect(counts).toEqual([0]);
});

test('a signal that has already been given means that nobody wants to know', async () => {
  const annotations = createAnnotationRepository(freshDatabase());
  const counts = watchCounts(annotations, AbortSignal.abort());
  await annotations.save(anAnnotation());
  await aWhile();
  expect(counts).toEqual([]);
});

test('a query that fails is reported', async () => {
  const onError = vi.fn();
  const failure = new Error('The disk is broken');
  const { signal } = new AbortController();
  watchQuery(() => Promise.reject(failure), vi.fn(), onError, signal);
  await vi.waitFor(() => expect(onError).toHaveBeenCalledExactlyOnceWith(failure));
});
