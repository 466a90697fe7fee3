import { type FeedEntry, LONGEST_ID, LONGEST_TITLE, MOST_HTML } from './feed-entry.ts';
import { toPlainText } from './html-text.ts';
import { walkHtml } from './html-walk.ts';
import { toIsoDate } from './iso-date.ts';
import { toLinks } from './links.ts';
import type { ToPermalink } from './permalink.ts';
import { withinLimits } from './post.ts';
import type { RawEntry } from './xml-feed.ts';

/**
 * The post of an entry of an RSS or Atom feed; undefined when it leads to none.
 *
 * @param read what tells the posts of the site; addresses of others are none.
 * @param base where the feed was found, to which its links may be relative.
 */
export function findXmlEntry(
  { fields, links, labels }: RawEntry,
  read: ToPermalink,
  base: string,
): FeedEntry | undefined {
  const addresses = links
    .filter(({ rel }) => rel === 'alternate')
    .map(({ href }) => URL.parse(href, base)?.href ?? '');
  // In RSS an entry without a link may have its address for an id.
  const permalink = [...addresses, fields.get('id') ?? '']
    .map(read)
    .find((found) => found !== undefined);
  if (!permalink) return undefined;
  const content = fields.get('content');
  const source = content ?? fields.get('summary') ?? '';
  const html = source.slice(0, MOST_HTML);
  const hrefs: string[] = [];
  walkHtml(html, { onLink: (href) => hrefs.push(href) });
  const linked = toLinks(hrefs, permalink, read);
  const published = toDate(fields.get('published'));
  const updated = toDate(fields.get('updated'));
  const id = fields.get('id') ?? '';
  return {
    id: id !== '' && id.length <= LONGEST_ID ? id : permalink,
    post: withinLimits({
      permalink,
      title: toPlainText((fields.get('title') ?? '').slice(0, LONGEST_TITLE)).replace(/\s+/g, ' '),
      labels: [...new Set(labels)],
      ...((published ?? updated) && { published: published ?? updated }),
      text: toPlainText(html),
      // A summary may be all of it, and mostly is not.
      excerpt: content === undefined || html !== source,
      ...(linked.length > 0 && { links: linked }),
    }),
    ...(updated && { updated }),
  };
}

/** RSS has the dates of RFC 822, all others those of ISO 8601. In ISO 8601. */
export function toDate(text = ''): string | undefined {
  const iso = toIsoDate(text);
  if (iso !== undefined) return iso;
  const time = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} [\d:]{5,8}/.test(text.trim())
    ? Date.parse(text)
    : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
