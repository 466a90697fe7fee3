import { Dexie } from 'dexie';
import type { Permalink } from '../blog/permalink.ts';
import type { Database } from './database.ts';
import { listPassages } from './passages.ts';
import { type ReaderStand, type RelatedView, toRelatedView } from './related-view.ts';

/** The lists of related posts that were made ahead, and what the reader says of them. */
export interface RelatedRepository {
  /** What was made for a post, without the posts that the reader has ruled out. */
  find(permalink: Permalink): Promise<RelatedView>;
  /** Remember that another post is not related to this one, as the reader sees it. */
  saveUnrelated(post: Permalink, other: Permalink): Promise<void>;
  deleteUnrelated(post: Permalink, other: Permalink): Promise<void>;
}

export function createRelatedRepository(database: Database): RelatedRepository {
  const { relatedLists, unrelated, annotations, readings, posts } = database;

  /** To be called within a transaction. */
  const listStands = async (others: readonly string[]) => {
    const [read, marked] = await Promise.all([
      readings.bulkGet([...others]),
      annotations.where('target.source').anyOf(others).toArray(),
    ]);
    const annotated = new Set(
      marked.flatMap(({ target, deleted }) => (deleted === undefined ? target.source : [])),
    );
    return Object.fromEntries(
      others.map((other, index): [string, ReaderStand] => {
        if (annotated.has(other)) return [other, 'annotated'];
        return [other, read[index]?.read === undefined ? 'unread' : 'read'];
      }),
    );
  };

  return {
    find: (permalink) =>
      database.transaction(
        'r',
        [relatedLists, unrelated, annotations, readings, posts],
        async () => {
          const [row, ruledOut, passages, known] = await Promise.all([
            relatedLists.get(permalink),
            listUnrelated(unrelated, permalink),
            listPassages(annotations, permalink),
            posts.count(),
          ]);
          const view = toRelatedView({ list: row, unrelated: [...ruledOut], known }, passages);
          const { related = [], highlighted = [] } = view.list ?? {};
          const others = new Set([...related, ...highlighted].map((other) => other.permalink));
          return others.size > 0 ? { ...view, stands: await listStands([...others]) } : view;
        },
      ),
    async saveUnrelated(post, other) {
      await unrelated.put({ post, other });
    },
    deleteUnrelated: (post, other) => unrelated.delete([post, other]),
  };
}

/** The posts that the reader has said are not related to one. */
export async function listUnrelated(
  table: Database['unrelated'],
  post: Permalink,
): Promise<Set<string>> {
  const range = table.where('[post+other]').between([post, Dexie.minKey], [post, Dexie.maxKey]);
  return new Set((await range.toArray()).map(({ other }) => other));
}
