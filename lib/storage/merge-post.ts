import type { Post } from '../blog/post.ts';

/**
 * What is known of a post after it has been read once more. An excerpt never takes the place of
 * the whole text and its links, and a page whose owner hides dates or labels does not make them
 * forgotten. A post that is read is not gone.
 */
export function merge(before: Post | undefined, read: Post): Post {
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
