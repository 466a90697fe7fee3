import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toPlainText } from '../../../lib/blog/html-text.ts';
import { toPermalink } from '../../../lib/blog/permalink.ts';
import type { Post } from '../../../lib/blog/post.ts';
import { readPosts } from '../../fixtures/blog/read-posts.ts';

/** A post with the links its author set: what a reader would have been led to. */
export interface LinkedPost {
  id: string;
  title: string;
  /** Without the words of its links, which would give the linked post away. */
  text: string;
  labels: string[];
  /** The ids of the posts it links to. */
  links: string[];
}

/** What a file of a corpus may say of a link: the post it leads to, or that and its words. */
type Link = string | { id: string; words: string };

const PARAGRAPHS = '\n\n';

/**
 * Read a folder of JSON files, each a post or a list of posts: `{ id, title, text, labels, links }`.
 * A link is the id of a post, or `{ id, words }` with the words it stands on in the text: these are
 * taken out of it. A corpus whose links say no words should have none of them in its texts.
 *
 * @throws Error naming the file that holds something else.
 */
export function readCorpus(folder: string): LinkedPost[] {
  const posts = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
      return [content].flat().map((post) => parsePost(post, path));
    });
  return withLinksInside(posts);
}

/** The posts of the sample blog, without the words of the links between them. */
export function readSampleBlog(): LinkedPost[] {
  const idOf = (url: string) =>
    toPermalink(URL.parse(url, 'https://www.elidedbranches.com')?.href ?? '');
  const posts = readPosts().map(({ path, title, labels, html }) => {
    const links: string[] = [];
    const unlinked = html.replace(/<a\b[^>]*href="([^"]*)"[^>]*>.*?<\/a>/gs, (anchor, href) => {
      const id = idOf(href);
      if (!id) return anchor;
      links.push(id);
      return ' ';
    });
    return { id: idOf(path) ?? path, title, text: toPlainText(unlinked), labels, links };
  });
  return withLinksInside(posts);
}

/** A post as the extension knows it, with nothing of the links. */
export function toPost({ id, title, text, labels }: LinkedPost): Post {
  return { permalink: id as Post['permalink'], title, text, labels, excerpt: false };
}

/** The posts linked from or to each: what it is to be led to. */
export function neighboursOf(posts: readonly LinkedPost[]): Map<string, Set<string>> {
  const neighbours = new Map(posts.map(({ id }) => [id, new Set<string>()]));
  for (const { id, links } of posts) {
    for (const link of links) {
      neighbours.get(id)?.add(link);
      neighbours.get(link)?.add(id);
    }
  }
  return neighbours;
}

function parsePost(value: unknown, path: string): LinkedPost {
  const { id, title, text, labels = [], links = [] } = (value ?? {}) as Record<string, unknown>;
  const isPost =
    (typeof id === 'string' || typeof id === 'number') &&
    typeof title === 'string' &&
    typeof text === 'string' &&
    Array.isArray(labels) &&
    Array.isArray(links);
  if (!isPost) throw new Error(`${path}: not a post { id, title, text, labels, links }`);
  let hidden = text;
  for (const link of links as Link[]) {
    if (typeof link === 'object') hidden = hidden.replace(link.words, PARAGRAPHS);
  }
  const ids = (links as Link[]).map((link) => String(typeof link === 'object' ? link.id : link));
  return { id: String(id), title, text: hidden, labels: labels.map(String), links: ids };
}

/** Links that lead out of the corpus, to the post itself, or there twice, ask for nothing. */
function withLinksInside(posts: readonly LinkedPost[]): LinkedPost[] {
  const ids = new Set(posts.map(({ id }) => id));
  return posts.map((post) => ({
    ...post,
    links: [...new Set(post.links)].filter((link) => ids.has(link) && link !== post.id),
  }));
}
