import type { Permalink } from '../blog/permalink.ts';
import { floorOf, SHARE_OF_BEST } from './floors.ts';
import type { Relatedness } from './index.ts';
import type { Linked } from './links.ts';

/** As much of a list as tells whether it is to be renewed: what is kept of it is enough. */
export interface KnownList {
  permalink: Permalink;
  related: readonly { post: { permalink: string }; score: number; linked?: Linked }[];
}

/** A post just short of a list may be in it after all: others weigh a little less since it came. */
const MARGIN = 0.9;
const MOST_SHOWN = 5;

/**
 * Of the lists there are, those that matter when a post has come, changed or gone: its own, those
 * it stands in, and those it belongs in now. Document frequencies change every other list a
 * little, too, which can wait until all are computed again.
 */
export function listsToRenew(
  relatedness: Relatedness,
  changed: Permalink,
  lists: Iterable<KnownList>,
): Permalink[] {
  const { size } = relatedness;
  const near = new Map(
    relatedness.related(changed, { limit: size }).map((each) => [each.post.permalink, each]),
  );
  const isTouched = ({ permalink, related }: KnownList) => {
    if (permalink === changed || near.get(permalink)?.linked) return true;
    if (related.some(({ post }) => post.permalink === changed)) return true;
    const guesses = related.filter(({ linked }) => !linked);
    const least = Math.max(floorOf(size), (guesses[0]?.score ?? 0) * SHARE_OF_BEST);
    const last = guesses.length < MOST_SHOWN ? least : (guesses.at(-1)?.score ?? 0);
    return (near.get(permalink)?.score ?? 0) >= last * MARGIN;
  };
  return Array.from(lists)
    .filter(isTouched)
    .map(({ permalink }) => permalink);
}
