import { type Permalink, type ToPermalink, toPermalink } from './permalink.ts';
import { POST_LIMITS } from './post.ts';

/**
 * The other posts of the blog among the addresses that a post links to: in the order given, each
 * once, under today's name of the blog, and no more than are kept of a post.
 *
 * @param read what tells posts from other addresses: of the blog unless given.
 */
export function toLinks(
  hrefs: readonly string[],
  permalink: Permalink,
  read: ToPermalink = toPermalink,
): Permalink[] {
  const links = hrefs.flatMap((href) => {
    const target = read(URL.parse(href, permalink)?.href ?? '');
    return target && target !== permalink ? target : [];
  });
  return [...new Set(links)].slice(0, POST_LIMITS.links);
}
