import { isPostPath, normalizeEscapes, type Permalink, toPermalink } from './permalink.ts';
import { parseSiteUrl, type Site } from './site.ts';

/** Parameters by which an address says where a reader came from, and not what is shown. */
const TRACKING = new Set(
  (
    'fbclid gclid dclid gbraid wbraid msclkid yclid twclid igshid mc_cid mc_eid _hsenc _hsmi ' +
    'mkt_tok ref_src ref_url spref showcomment'
  ).split(' '),
);

/** No address that a reader meets is longer. UTF-16 units. */
const LONGEST = 2000;

/**
 * The permalink of the page an address leads to on a site beside the blog; undefined for the
 * site's front page, and for what is no address of such a site.
 *
 * Whether that page is a post, only the page can tell (see `findArticle`). The fragment goes, and
 * whatever in the query says only where the reader came from; of Blogger's posts all of the query,
 * since it never changes which post is shown.
 */
export function toSitePermalink(url: string): Permalink | undefined {
  const parsed = parseSiteUrl(url);
  if (!parsed) return undefined;
  const path = normalizeEscapes(parsed.pathname).replace(/\/{2,}/g, '/');
  const query = isPostPath(path) ? '' : withoutTracking(parsed.search);
  if (path === '/' && query === '') return undefined;
  const permalink = `https://${parsed.hostname}${path}${query}`;
  return permalink.length <= LONGEST ? (permalink as Permalink) : undefined;
}

function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => {
      const name = (part.split('=')[0] ?? '').toLowerCase();
      return part !== '' && !name.startsWith('utm_') && !TRACKING.has(name);
    });
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

/** The permalink of a page of this very site, which need not be Blogger's. */
export function toPermalinkOn(site: Site): (url: string) => Permalink | undefined {
  return (url) => (parseSiteUrl(url)?.hostname === site ? toSitePermalink(url) : undefined);
}

/** The permalink of a post on a Blogger blog at this host. */
export function toBloggerPermalinkOn(site: Site): (url: string) => Permalink | undefined {
  const toPermalinkThere = toPermalinkOn(site);
  return (url) => {
    const permalink = toPermalinkThere(url);
    return permalink && isPostPath(new URL(permalink).pathname) ? permalink : undefined;
  };
}

/**
 * The permalink an address has, if it can have one: of a post of the blog, or of a page of any
 * other site. That a site was added, this does not say.
 */
export function toAnyPermalink(url: string): Permalink | undefined {
  return toPermalink(url) ?? toSitePermalink(url);
}

/** Whether a text is a permalink as Waymark makes them, of whatever site. */
export function isPermalink(value: unknown): value is Permalink {
  return typeof value === 'string' && toAnyPermalink(value) === value;
}

/** The text, if it is a permalink. */
export function findPermalink(value: string): Permalink | undefined {
  return isPermalink(value) ? value : undefined;
}
