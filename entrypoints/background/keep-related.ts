import type { Permalink } from '../../lib/blog/permalink.ts';
import type { RelatedWork } from '../../lib/storage/related-work.ts';
import { watchQuery } from '../../lib/storage/watch.ts';
import type { Announcer } from './announce.ts';
import type { RelatedKeeper } from './related-keeper.ts';
import { noteTrouble } from './troubles.ts';

/** Whoever highlights goes on doing so: how long to wait for the next one. Milliseconds. */
const LULL = 1000;

/**
 * Keep the lists right from now on: at once what was left undone, then whatever posts come, change
 * or go, whoever writes them.
 */
export function keepRelated(related: RelatedKeeper, work: RelatedWork): void {
  related.work();
  watchQuery(
    async () => (await work.listStale()).length,
    (stale) => {
      if (stale > 0) related.work();
    },
    (error) => noteTrouble('watching the posts', error),
    new AbortController().signal,
  );
}

/** An announcer that also has the list of the post made anew, once its reader pauses. */
export function renewingRelated(announcer: Announcer, related: RelatedKeeper): Announcer {
  const waiting = new Map<Permalink, ReturnType<typeof setTimeout>>();
  return {
    ...announcer,
    announce(source) {
      clearTimeout(waiting.get(source));
      const renew = () => {
        waiting.delete(source);
        related.renew(source);
      };
      waiting.set(source, setTimeout(renew, LULL));
      return announcer.announce(source);
    },
  };
}
