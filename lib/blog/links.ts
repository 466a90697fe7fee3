import { type Permalink, toPermalink } from './permalink.ts';
import { POST_LIMITS } from './post.ts';

/**
 * The other posts of the blog among the addresses that a post links to: in the order given, each
 * once, under today's name of the blog, and no more than are kept of a post.
 */
export function toLinks(hrefs: Iterable<string>, permalink: Permalink): Permalink[] {
  const links = new Set<Permalink>();
  for (const href of hrefs) {
    if (links.size === POST_LIMITS.links) break;
    const target = toPermalink(URL.parse(href, permalink)?.href ?? '');
    if (target && target !== permalink) links.add(target);
  }
  return Array.from(links);
}
