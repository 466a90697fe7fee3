import { toLinks } from './links.ts';
import type { PostOnPage } from './page.ts';
import { type ToPermalink, toPermalink } from './permalink.ts';
import type { Post } from './post.ts';
import { attributeOf, findClosest, isWithin, lineOf, listElements } from './safe-dom.ts';

/**
 * A post read from a page, in the shape Waymark keeps. `text` is the body's text, paragraphs
 * separated by blank lines. It is an excerpt when the body stops at a jump to the rest.
 *
 * @param read what tells posts from other addresses: of the blog unless given.
 */
export function postOfPage(post: PostOnPage, text: string, read: ToPermalink = toPermalink): Post {
  const { permalink, title, labels, published, body } = post;
  const hrefs = listElements(body, 'a[href]').map((link) => attributeOf(link, 'href') ?? '');
  const links = toLinks(hrefs, permalink, read);
  return {
    permalink,
    title,
    labels,
    ...(published && { published }),
    text,
    excerpt: stopsAtJump(post, read),
    ...(links.length > 0 && { links }),
  };
}

/**
 * Classic themes set the jump behind the body, some set it inside as its last words. A jump counts
 * when it leads to this very post; a link to the rest of another post is part of the text.
 */
function stopsAtJump({ body, permalink }: PostOnPage, read: ToPermalink): boolean {
  const post = findClosest(body, '.post, .hentry, .post-outer, article') ?? body;
  const bodyText = lineOf(body);
  return listElements(post, 'a[href$="#more"]').some((link) => {
    const target = URL.parse(attributeOf(link, 'href') ?? '', permalink);
    if (!target || read(target.href) !== permalink) return false;
    if (isWithin(link, body)) return isLastLink(link, body) && bodyText.endsWith(lineOf(link));
    return findClosest(link, '.jump-link') !== undefined;
  });
}

function isLastLink(link: Element, body: Element): boolean {
  return listElements(body, 'a[href]').at(-1) === link;
}
