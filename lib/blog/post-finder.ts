import type { PostOnPage } from './page.ts';
import type { ToPermalink } from './permalink.ts';

/** How the posts of a site are found on its pages. */
export interface PostFinder {
  /** The elements that hold posts' texts: what changes elsewhere changes no post. */
  listBodies(document: Document): Element[];
  /** The posts on a page at an address. */
  findPosts(document: Document, url: string): PostOnPage[];
  /** What tells the site's posts from all other addresses. */
  toPermalink: ToPermalink;
}
