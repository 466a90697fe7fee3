import type { Post } from '../blog/post.ts';
import type { Database } from './database.ts';

/**
 * Add posts or replace them, joined with what was known; to be called within a transaction of
 * posts and stale ones. One that has not changed is not written: whoever watches the table would
 * wake for nothing.
 */
export async function putPosts(
  { posts: table, relatedStale }: Pick<Database, 'posts' | 'relatedStale'>,
  posts: readonly Post[],
): Promise<void> {
  const stored = await table.bulkGet(posts.map(({ permalink }) => permalink));
  const before = new Map(stored.flatMap((post) => (post ? [[post.permalink, post]] : [])));
  const after = new Map(before);
  for (const post of posts) after.set(post.permalink, merge(after.get(post.permalink), post));
  const changed = Array.from(after.values()).filter(
    (post) => toText(post) !== toText(before.get(post.permalink)),
  );
  await table.bulkPut(changed);
  await markStale(relatedStale, changed);
}

/** Note, with the change itself, that what is related to these posts is to be looked for again. */
export async function markStale(
  table: Database['relatedStale'],
  posts: readonly Post[],
): Promise<void> {
  await table.bulkPut(posts.map(({ permalink }) => ({ permalink, mark: crypto.randomUUID() })));
}

/** The same text for the same post, in whatever order its fields were given. */
function toText(post: Post | undefined): string {
  return JSON.stringify(Object.entries(post ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What is known of a post after it has been read once more. An excerpt never takes the place of
 * the whole text and its links, and a page whose owner hides dates or labels does not make them
 * forgotten. A post that is read is not gone.
 */
function merge(before: Post | undefined, read: Post): Post {
  if (!before) return read;
  const { gone: _, movedTo: __, links: linksBefore, ...known } = before;
  const { links: linksRead, ...fresh } = read;
  const isFuller = fresh.excerpt && !known.excerpt;
  const { text, excerpt } = isFuller ? known : fresh;
  const links = isFuller ? linksBefore : linksRead;
  return {
    ...known,
    ...fresh,
    labels: fresh.labels.length > 0 ? fresh.labels : known.labels,
    text,
    excerpt,
    ...(links && { links }),
  };
}
