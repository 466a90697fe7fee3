import { Parser } from 'htmlparser2';
import { findArticleData } from './article-data.ts';
import { MOST_HTML } from './feed-entry.ts';
import { toPlainText } from './html-text.ts';
import { walkHtml } from './html-walk.ts';
import { toIsoDate } from './iso-date.ts';
import { toLinks } from './links.ts';
import type { Permalink, ToPermalink } from './permalink.ts';
import { type Post, withinLimits } from './post.ts';

/** A teaser is shorter, and a post hardly ever. UTF-16 units. */
const SHORTEST = 250;

/**
 * The post in a page's HTML, where there is no document to look at; undefined where the page shows
 * several, or none. Only what says of itself that it is an article, or the main part, is believed.
 *
 * @param read what tells the posts of the site from other addresses.
 */
export function findHtmlArticle(
  page: string,
  permalink: Permalink,
  read: ToPermalink,
): Post | undefined {
  const html = page.slice(0, MOST_HTML);
  const { articles, mains, said } = readHead(html);
  const longest = (articles.length > 0 ? articles : mains).toSorted(
    (one, other) => other.length - one.length,
  );
  const [body = '', next = ''] = longest;
  const text = toPlainText(body);
  if (text.length < SHORTEST || next.length > body.length / 2) return undefined;
  const hrefs: string[] = [];
  walkHtml(body, { onLink: (href) => hrefs.push(href) });
  const links = toLinks(hrefs, permalink, read);
  const published = said.get('published');
  return withinLimits({
    permalink,
    title: (said.get('headline') ?? said.get('og') ?? said.get('title') ?? '').replace(/\s+/g, ' '),
    labels: [],
    ...(published && { published }),
    text,
    excerpt: html !== page,
    ...(links.length > 0 && { links }),
  });
}

/** What a page says of itself, and its outermost articles and main parts as they are written. */
function readHead(html: string) {
  const articles: string[] = [];
  const mains: string[] = [];
  const said = new Map<'headline' | 'og' | 'title' | 'published', string>();
  const open: { article: number[]; main: number[] } = { article: [], main: [] };
  let text: string | undefined;
  const say = (name: Parameters<typeof said.set>[0], value: string | undefined) => {
    if (value?.trim() && !said.has(name)) said.set(name, value.trim());
  };
  const parser = new Parser({
    onopentag(name, { property = '', content = '', type = '' }) {
      if (name === 'article' || name === 'main') open[name].push(parser.startIndex);
      if (property === 'og:title') say('og', content);
      if (property === 'article:published_time') say('published', toIsoDate(content));
      if (name === 'title' || (name === 'script' && type === 'application/ld+json')) text = '';
    },
    ontext(piece) {
      if (text !== undefined) text += piece;
    },
    onclosetag(name) {
      if (name === 'article' || name === 'main') {
        const from = open[name].pop() ?? 0;
        if (open[name].length > 0) return;
        (name === 'article' ? articles : mains).push(html.slice(from, parser.endIndex + 1));
      }
      if (name === 'title') say('title', text);
      if (name === 'script' && text !== undefined) {
        const { headline, published } = findArticleData(text) ?? {};
        say('headline', headline);
        say('published', published);
      }
      if (name === 'title' || name === 'script') text = undefined;
    },
  });
  parser.end(html);
  return { articles, mains, said };
}
