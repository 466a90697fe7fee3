import type { Permalink } from '../blog/permalink.ts';
import type { Database } from './database.ts';
import { parseRelatedList } from './related-list.ts';

/** A post as it is named below another. */
export interface NamedPost {
  permalink: Permalink;
  title: string;
}

/** What is related to many posts at once, for who wants no more than to name it. */
export interface RelatedTitles {
  /**
   * The posts related to each of these, as their lists have them, without those that the reader has
   * ruled out. Posts of which no list has been made are not among the keys.
   */
  find(posts: readonly Permalink[]): Promise<Map<Permalink, NamedPost[]>>;
}

export function createRelatedTitles(database: Database): RelatedTitles {
  const { relatedLists, unrelated } = database;
  return {
    find: (posts) =>
      database.transaction('r', [relatedLists, unrelated], async () => {
        const [rows, ruledOut] = await Promise.all([
          relatedLists.bulkGet([...posts]),
          unrelated.toArray(),
        ]);
        const isOut = new Set(ruledOut.map(({ post, other }) => `${post} ${other}`));
        const found = new Map<Permalink, NamedPost[]>();
        posts.forEach((post, index) => {
          const related = parseRelatedList(rows[index])?.related;
          if (!related) return;
          const left = related.filter(({ permalink }) => !isOut.has(`${post} ${permalink}`));
          found.set(
            post,
            left.map(({ permalink, title }) => ({ permalink, title })),
          );
        });
        return found;
      }),
  };
}
