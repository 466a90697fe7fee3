import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Post } from '../../lib/blog/post.ts';
import { createRelatedness, type Related } from '../../lib/relatedness/index.ts';

/** The posts related to one, of those that are still there. A module of its own, since words and stems are loaded when needed. */
export function rankRelated(known: readonly Post[], permalink: Permalink): Related[] {
  const standing = known.filter((post) => !post.gone || post.permalink === permalink);
  return createRelatedness(standing).related(permalink);
}
