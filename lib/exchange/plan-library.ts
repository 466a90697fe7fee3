import type { AnnotationId } from '../annotation/annotation.ts';
import type { Library, ReadingRecord } from './library.ts';

/** What a library holds beside its annotations. */
export type Surroundings = Omit<Library, 'annotations' | 'unread'>;

/**
 * What of another library's posts, readings, drafts and colour names is to be stored, as it is to
 * be. What is here stays: a post is taken only where it is not known, or only in part; a draft and
 * a colour's name only where there is none; days of reading are joined.
 *
 * @param isKnown Whether there will be an annotation for a draft after the import.
 */
export function planLibrary(
  here: Surroundings,
  incoming: Surroundings,
  isKnown: (id: AnnotationId) => boolean,
): Surroundings {
  const posts = new Map(here.posts.map((post) => [post.permalink, post]));
  const readings = new Map(here.readings.map((reading) => [reading.permalink, reading]));
  const drafts = new Map(here.drafts.map((draft) => [draft.id, draft]));
  // A file may name a thing twice: what has been taken counts as here.
  for (const post of incoming.posts) {
    const known = posts.get(post.permalink);
    if (!known || (known.excerpt && !post.excerpt)) posts.set(post.permalink, post);
  }
  for (const reading of incoming.readings) {
    const known = readings.get(reading.permalink) ?? { permalink: reading.permalink, days: [] };
    const joined = join(known, reading);
    if (!isSame(known, joined)) readings.set(reading.permalink, joined);
  }
  for (const draft of incoming.drafts) {
    if (!drafts.has(draft.id) && isKnown(draft.id)) drafts.set(draft.id, draft);
  }
  return {
    posts: notIn(here.posts, posts),
    readings: notIn(here.readings, readings),
    drafts: notIn(here.drafts, drafts),
    colourNames: Object.fromEntries(
      Object.entries(incoming.colourNames).filter(
        ([colour]) => here.colourNames[colour as keyof Library['colourNames']] === undefined,
      ),
    ),
  };
}

/** How many things there are to be stored. */
export function countOf({ posts, readings, drafts, colourNames }: Surroundings): number {
  return posts.length + readings.length + drafts.length + Object.keys(colourNames).length;
}

/** The values that are not, each itself, among those that were there. */
function notIn<T>(here: readonly T[], all: ReadonlyMap<string, T>): T[] {
  const before = new Set(here);
  return Array.from(all.values()).filter((one) => !before.has(one));
}

function join(here: ReadingRecord, incoming: ReadingRecord): ReadingRecord {
  const read = here.read ?? incoming.read;
  return {
    permalink: here.permalink,
    days: Array.from(new Set([...here.days, ...incoming.days])).sort(),
    ...(read !== undefined && { read }),
  };
}

function isSame(a: ReadingRecord, b: ReadingRecord): boolean {
  return a.read === b.read && a.days.join() === b.days.join();
}
