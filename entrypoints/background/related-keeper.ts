import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Relatedness } from '../../lib/relatedness/index.ts';
import type { RelatedList } from '../../lib/storage/related-list.ts';
import type { RelatedWork } from '../../lib/storage/related-work.ts';
import { makeList } from './make-list.ts';
import { listChanged, openRelatedness } from './open-relatedness.ts';

/** Makes the lists of related posts ahead of whoever wants to see them, and keeps them right. */
export interface RelatedKeeper {
  /**
   * Do all that is to be done: take in the posts that changed, and make the lists that this touches.
   * What an earlier background left undone is gone on with. Never fails: what went wrong is tried
   * again the next time.
   */
  work(): Promise<void>;
  /** Make the list of a post anew, before all others, since what it is made from has changed. */
  renew(permalink: Permalink): Promise<void>;
  /** The posts compared, as they are now. */
  open(): Promise<Relatedness>;
}

export interface KeeperServices {
  work: RelatedWork;
  /** Let others work. */
  pause?: () => Promise<void>;
  /** Milliseconds since any instant. */
  now?: () => number;
}

/** How long others may be kept waiting, and how much is lost when the worker dies. Milliseconds. */
const SLICE = 30;

export function createRelatedKeeper(services: KeeperServices): RelatedKeeper {
  const { work, pause = pauseForOthers, now = () => performance.now() } = services;
  const slice = { length: SLICE, now, pause };
  const asked = new Set<Permalink>();
  let relatedness: Relatedness | undefined;
  let running: Promise<void> | undefined;
  let isWanted = false;

  const open = async () => {
    relatedness ??= await openRelatedness(work, slice);
    return relatedness;
  };

  /** Bring the index up to date. Answers the posts whose lists are to be made. */
  const takeIn = async (): Promise<Permalink[]> => {
    const [stale, todo] = [await work.listStale(), await work.findTodo()];
    if (todo && stale.length === 0) return todo;
    const before = relatedness;
    // Where nothing was ever made, or all was erased, nothing that is remembered holds.
    if (!todo) relatedness = undefined;
    const ranking = await open();
    const changed = stale.map(({ permalink }) => permalink);
    if (ranking === before) {
      for (const permalink of changed) ranking.remove(permalink);
      for (const post of await work.findPosts(changed)) ranking.save(post);
    }
    const touched = todo ? await listChanged(ranking, changed, work) : ranking.permalinks;
    const left = [...new Set([...changed, ...(todo ?? []), ...touched])];
    await work.saveIndex(ranking.toBytes(), left, stale);
    return left;
  };

  /** Make one slice of lists. Answers those that are left. */
  const makeSome = async (todo: readonly Permalink[]): Promise<Permalink[]> => {
    if (todo.length === 0 && asked.size === 0) return [];
    const ranking = await open();
    const known = new Set(ranking.permalinks);
    const left = new Set([...asked, ...todo]);
    asked.clear();
    const [made, gone]: [RelatedList[], Permalink[]] = [[], []];
    const started = now();
    for (const permalink of left) {
      if (known.has(permalink)) {
        made.push(makeList(ranking, permalink, await work.findBasis(permalink)));
      } else gone.push(permalink);
      left.delete(permalink);
      if (now() - started >= SLICE) break;
    }
    await work.saveLists(made, gone, [...left]);
    return [...left];
  };

  const doAll = async () => {
    let todo: Permalink[] = [];
    while (isWanted || asked.size > 0 || todo.length > 0) {
      if (isWanted) {
        isWanted = false;
        todo = await takeIn();
      }
      todo = await makeSome(todo);
      await pause();
    }
  };

  const run = async () => {
    try {
      await doAll();
    } catch (error) {
      console.error('Waymark: related posts cannot be kept', error);
    } finally {
      // In the same turn as the last look: who asks later begins anew.
      running = undefined;
    }
  };

  const doWork = () => {
    isWanted = true;
    running ??= run();
    return running;
  };

  return {
    work: doWork,
    renew(permalink) {
      asked.add(permalink);
      return doWork();
    },
    async open() {
      await doWork();
      return open();
    },
  };
}

function pauseForOthers(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
