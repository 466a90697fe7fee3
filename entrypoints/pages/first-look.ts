import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Glance } from '../../lib/storage/glance.ts';
import type { PostRepository } from '../../lib/storage/post-repository.ts';
import type { BlogTab } from './tab.ts';

/**
 * What a reader came for, found before anything is drawn: it then stands in the first frame. What
 * could not be read is absent: the page's own queries will say why.
 */
export interface FirstLook extends Partial<Glance> {
  tab: BlogTab;
}

/** How many of the latest notes stand in for a post's own. */
export const LATEST = 20;

/** How long a page stays empty for that; then it is drawn as one that waits. Milliseconds. */
const PATIENCE = 250;

declare global {
  /** The look that was begun by a script of its own, before the page's modules were loaded. */
  var waymarkFirstLook: Promise<FirstLook> | undefined;
}

/** The titles of the posts that are known, by permalink. */
export async function findTitles(
  permalinks: readonly string[],
  posts: PostRepository,
): Promise<Record<string, string>> {
  const found = await Promise.all(permalinks.map((one) => posts.find(one as Permalink)));
  return Object.fromEntries(found.flatMap((post) => (post ? [[post.permalink, post.title]] : [])));
}

/** What is found within a moment. */
export function withinPatience<T>(finding: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    finding,
    new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}
