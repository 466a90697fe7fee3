import { type Annotation, isPresent } from '../annotation/annotation.ts';
import { toShown } from '../annotation/mend.ts';
import type { Writing } from '../annotation/writing.ts';
import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import type { Draft, Reading } from './database.ts';
import { inReadingOrder } from './reading-order.ts';
import type { RelatedRows } from './related-view.ts';

/** What a page shows in its first frame. */
export interface Glance {
  /** The notes of the post in reading order; of no post, the latest of all, newest first. */
  notes: Annotation[];
  /** By permalink, the titles of the post or of those the notes are on, where known. */
  titles: Record<string, string>;
  /** Whether the post is marked as read; undefined where there is no post. */
  isRead: boolean | undefined;
  /** What was written on the post as a whole and not added; undefined as above. */
  draft: Partial<Writing> | undefined;
  /** What is related to the post; undefined as above. */
  related: RelatedRows | undefined;
}

const TABLES = ['annotations', 'posts', 'readings', 'drafts', 'relatedLists', 'unrelated'];

/** The version of the library whose rows are as they are read here; Dexie counts in tens. */
const VERSION = 4 * 10;

/**
 * Read the library by the browser's own means, which are there before Dexie is loaded. It never
 * creates or upgrades it: undefined when there is none yet, or one of another version.
 *
 * @param finding which post it is about; the library is opened meanwhile.
 * @param latest how many notes stand in for a post's own.
 * @throws whatever the database fails with.
 */
export async function glanceAt(
  finding: Promise<Permalink | undefined>,
  latest: number,
  name = 'waymark',
): Promise<Glance | undefined> {
  const [database, permalink] = await Promise.all([openAsIs(name), finding]);
  if (!database) return undefined;
  try {
    if (database.version !== VERSION) return undefined;
    const reading = database.transaction(TABLES, 'readonly');
    return await (permalink ? glanceAtPost(reading, permalink) : glanceAtLatest(reading, latest));
  } finally {
    database.close();
  }
}

async function glanceAtPost(reading: IDBTransaction, permalink: Permalink): Promise<Glance> {
  const get = <T>(table: string): Promise<T | undefined> =>
    answerOf(reading.objectStore(table).get(permalink));
  const bySource = reading.objectStore('annotations').index('target.source');
  /** An array comes after every string. */
  const ofPost = IDBKeyRange.bound([permalink], [permalink, []]);
  const [notes, post, read, draft, list, pairs, known] = await Promise.all([
    answerOf<Annotation[]>(bySource.getAll(permalink)),
    get<Post>('posts'),
    get<Reading>('readings'),
    get<Draft>('drafts'),
    get<unknown>('relatedLists'),
    answerOf(reading.objectStore('unrelated').getAllKeys(ofPost)),
    answerOf(reading.objectStore('posts').count()),
  ]);
  return {
    notes: notes
      .flatMap((row) => toShown(row) ?? [])
      .filter(isPresent)
      .sort(inReadingOrder),
    titles: post ? { [permalink]: post.title } : {},
    isRead: read?.read !== undefined,
    draft: { ...draft?.details, note: draft?.note ?? '' },
    related: { list, unrelated: (pairs as [string, string][]).map(([, other]) => other), known },
  };
}

async function glanceAtLatest(reading: IDBTransaction, latest: number): Promise<Glance> {
  const byAge = reading.objectStore('annotations').index('created').openCursor(null, 'prev');
  const notes: Annotation[] = [];
  for (let at = await answerOf(byAge); at && notes.length < latest; at = await answerOf(byAge)) {
    const shown = toShown(at.value);
    if (shown && isPresent(shown)) notes.push(shown);
    at.continue();
  }
  const sources = new Set(notes.map(({ target }) => target.source));
  const posts = await Promise.all(
    Array.from(sources, (source) =>
      answerOf<Post | undefined>(reading.objectStore('posts').get(source)),
    ),
  );
  const titles = posts.flatMap((post) => (post ? [[post.permalink, post.title]] : []));
  const none = { isRead: undefined, draft: undefined, related: undefined };
  return { notes, titles: Object.fromEntries(titles), ...none };
}

/** The library as it stands, whatever its version; undefined when there is none. */
function openAsIs(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => {
      // It is only now being made, without tables, and that is Dexie's to do.
      opening.transaction?.abort();
      resolve(undefined);
    };
    opening.onsuccess = () => {
      // Who upgrades it does not wait for a reader.
      opening.result.onversionchange = () => opening.result.close();
      resolve(opening.result);
    };
    opening.onerror = () => reject(opening.error);
  });
}

/** What a request answers next: a cursor's answers again for every step. */
function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
