import type { Post } from '../blog/post.ts';
import type { Linked } from './links.ts';
import type { Reason } from './reasons.ts';

/**
 * A post that is about what another is about, and why it is thought so. The reason is worked out
 * when one of its two properties is first read, which takes a fraction of a millisecond; copying,
 * cloning and JSON read it.
 */
export interface Related extends Reason {
  post: Post;
  /**
   * The cosine of the two term vectors, less for hubs, more where one post has words of the other's
   * title and where posts near to either are linked with the other: from 0 for nothing in common
   * to 1.
   */
  score: number;
  /** How the posts are linked, if they are: then it is known, not guessed, that they belong. */
  linked?: Linked;
}

/** Two posts are read for a reason, which takes longer than ranking: it waits until it is asked. */
export function withReason(
  found: { post: Post; score: number },
  linked: Linked | undefined,
  why: () => Reason,
): Related {
  let reason: Reason | undefined;
  const known = () => {
    reason ??= why();
    return reason;
  };
  return {
    ...found,
    ...(linked && { linked }),
    get terms() {
      return known().terms;
    },
    get sentence() {
      return known().sentence;
    },
  };
}
