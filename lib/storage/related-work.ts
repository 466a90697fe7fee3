import type { Permalink } from '../blog/permalink.ts';
import type { Post } from '../blog/post.ts';
import type { Database, StalePost } from './database.ts';
import { listPassages } from './passages.ts';
import { LISTS_VERSION, parseRelatedList, type RelatedList } from './related-list.ts';
import { listUnrelated } from './related-repository.ts';

/** What of the reader's own a list is made from. */
export interface ListBasis {
  /** What was highlighted in the post, in reading order. */
  passages: string[];
  /** The posts that are not related to it, as the reader says. */
  unrelated: Set<string>;
}

/**
 * What whoever makes the lists needs to know and to keep. Every write leaves all that is still to
 * be done in the database, together with what was done: it may die after any.
 */
export interface RelatedWork {
  /** Posts that came, changed or went and have not been taken in. */
  listStale(): Promise<StalePost[]>;
  /** The posts whose lists are still to be made; undefined when none ever were by this version. */
  findTodo(): Promise<Permalink[] | undefined>;
  /** The index as bytes, or whatever stands there. */
  findIndex(): Promise<unknown>;
  /** All posts that are not gone from the blog. */
  listPosts(): Promise<Post[]>;
  /** The posts with these permalinks, as far as there are any that are not gone. */
  findPosts(permalinks: readonly Permalink[]): Promise<Post[]>;
  /** All lists that are sound. */
  listLists(): Promise<RelatedList[]>;
  findBasis(permalink: Permalink): Promise<ListBasis>;
  /** Keep the index with the lists to be made, and forget that these posts are to be taken in. */
  saveIndex(
    index: Uint8Array,
    todo: readonly Permalink[],
    taken: readonly StalePost[],
  ): Promise<void>;
  /** Keep lists, drop those of posts that are gone, and say what is left to do. */
  saveLists(made: RelatedList[], gone: Permalink[], todo: readonly Permalink[]): Promise<void>;
}

export function createRelatedWork(database: Database): RelatedWork {
  const { relatedLists, relatedIndex, relatedStale, posts, annotations, unrelated } = database;
  const todoOf = (todo: readonly Permalink[]) =>
    ({ key: 'todo', value: { version: LISTS_VERSION, permalinks: todo } }) as const;

  return {
    listStale: () => relatedStale.toArray(),
    async findTodo() {
      const row = await relatedIndex.get('todo');
      const todo = row?.value as { version?: unknown; permalinks?: unknown } | undefined;
      const isSound = todo?.version === LISTS_VERSION && Array.isArray(todo.permalinks);
      return isSound ? (todo.permalinks as Permalink[]) : undefined;
    },
    findIndex: async () => (await relatedIndex.get('index'))?.value,
    listPosts: () => posts.filter(isThere).toArray(),
    async findPosts(permalinks) {
      const found = await posts.bulkGet([...permalinks]);
      return found.filter((post) => post !== undefined).filter(isThere);
    },
    async listLists() {
      const rows: unknown[] = await relatedLists.toArray();
      return rows.flatMap((row) => parseRelatedList(row) ?? []);
    },
    findBasis: (permalink) =>
      database.transaction('r', annotations, unrelated, async () => {
        const [passages, ruledOut] = await Promise.all([
          listPassages(annotations, permalink),
          listUnrelated(unrelated, permalink),
        ]);
        return { passages, unrelated: ruledOut };
      }),
    saveIndex: (index, todo, taken) =>
      database.transaction('rw', relatedIndex, relatedStale, async () => {
        // What has changed once more since it was read is stale still.
        const marks = await relatedStale.bulkGet(taken.map(({ permalink }) => permalink));
        const done = taken.filter(({ mark }, place) => marks[place]?.mark === mark);
        await relatedStale.bulkDelete(done.map(({ permalink }) => permalink));
        await relatedIndex.bulkPut([{ key: 'index', value: index }, todoOf(todo)]);
      }),
    saveLists: (made, gone, todo) =>
      database.transaction('rw', relatedLists, relatedIndex, async () => {
        await relatedLists.bulkPut(made);
        await relatedLists.bulkDelete(gone);
        await relatedIndex.put(todoOf(todo));
      }),
  };
}

function isThere({ gone }: Post): boolean {
  return gone === undefined;
}
