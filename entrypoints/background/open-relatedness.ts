import type { Permalink } from '../../lib/blog/permalink.ts';
import { createRelatedness, type Relatedness } from '../../lib/relatedness/index.ts';
import { listsToRenew } from '../../lib/relatedness/lists.ts';
import { parseIndex, type StoredIndex } from '../../lib/relatedness/stored-index.ts';
import type { RelatedWork } from '../../lib/storage/related-work.ts';

/** How long to work before others are let in. Milliseconds. */
export interface Slice {
  length: number;
  now: () => number;
  pause: () => Promise<void>;
}

/**
 * Compare all posts, from what was kept of the last time as far as that still holds, in slices. A
 * damaged index is as good as none.
 */
export async function openRelatedness(work: RelatedWork, slice: Slice): Promise<Relatedness> {
  const relatedness = createRelatedness([], storedIndexOf(await work.findIndex()));
  let started = slice.now();
  for (const post of await work.listPosts()) {
    relatedness.save(post);
    if (slice.now() - started < slice.length) continue;
    await slice.pause();
    started = slice.now();
  }
  return relatedness;
}

function storedIndexOf(bytes: unknown): StoredIndex | undefined {
  if (bytes === undefined) return undefined;
  try {
    return parseIndex(bytes);
  } catch (error) {
    console.warn('Waymark: the posts are compared anew', error);
    return undefined;
  }
}

/** When a greater share of the posts has changed, all lists are made again. */
const MANY = 0.1;

/** The posts whose lists are to be made when these have changed; those that have none among them. */
export async function listChanged(
  relatedness: Relatedness,
  changed: readonly Permalink[],
  work: RelatedWork,
): Promise<Iterable<Permalink>> {
  if (changed.length > Math.max(1, relatedness.size * MANY)) return [...relatedness.permalinks];
  const kept = await work.listLists();
  const lists = kept.map(({ permalink, related }) => ({
    permalink,
    related: related.map(({ permalink: other, ...one }) => ({
      ...one,
      post: { permalink: other },
    })),
  }));
  const touched = changed.flatMap((permalink) => listsToRenew(relatedness, permalink, lists));
  const listed = new Set(kept.map(({ permalink }) => permalink));
  return [...touched, ...[...relatedness.permalinks].filter((one) => !listed.has(one))];
}
