import type { Permalink } from '../blog/permalink.ts';
import type { Related, Relatedness } from './index.ts';

/** The list of one post. */
export interface RelatedList {
  permalink: Permalink;
  related: Related[];
}

/**
 * The lists of all posts, or of those given, one at each step: whoever computes ahead may stop
 * after any, let others work, and go on. Posts that come or go meanwhile are heeded from then on.
 */
export function* listsOf(
  relatedness: Relatedness,
  permalinks: Iterable<Permalink> = [...relatedness.permalinks],
): Generator<RelatedList, void, void> {
  for (const permalink of permalinks) {
    yield { permalink, related: relatedness.related(permalink) };
  }
}
