import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';

/** The posts that a reading of the feed has found: by id, where each stands today. */
export interface SeenPosts {
  seen: readonly (readonly [id: string, permalink: Permalink])[];
  /** Whether these are all the posts of the blog. */
  isWhole: boolean;
}

/**
 * The posts, of those the feed once had, that it does not have any more under their address. One
 * whose id now stands elsewhere says where.
 *
 * Posts known from pages only are never among them: the feed has said nothing about those. When more
 * than half of what was known is missing, the feed is taken to be at fault rather than the blog
 * to be gone, and only those that moved are told.
 */
export function listAbsent(known: readonly Post[], { seen, isWhole }: SeenPosts): Post[] {
  const addressOf = new Map(seen);
  const addresses = new Set(addressOf.values());
  const fromFeed = known.filter(({ entryId }) => entryId !== undefined);
  const moved = fromFeed.flatMap((post) => {
    const movedTo = addressOf.get(post.entryId ?? '');
    return movedTo && movedTo !== post.permalink ? [{ ...post, movedTo }] : [];
  });
  if (!isWhole) return moved;
  const missing = fromFeed.filter(
    ({ entryId = '', permalink }) => !addressOf.has(entryId) && !addresses.has(permalink),
  );
  return missing.length * 2 > fromFeed.length ? moved : [...moved, ...missing];
}
