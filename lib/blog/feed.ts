import * as v from 'valibot';
import { FEED_ORIGIN } from './address.ts';
import { FeedError } from './feed-error.ts';
import { toPlainText } from './html-text.ts';
import { toIsoDate } from './iso-date.ts';
import { type Permalink, toPermalink } from './permalink.ts';
import type { Post } from './post.ts';

/** One answer of the blog's feed. */
export interface FeedPage {
  /** The posts that could be read. */
  entries: FeedEntry[];
  /** How many posts the blog says it has. */
  total: number | undefined;
  /** How many entries came, readable or not: where the next page begins. */
  received: number;
}

export interface FeedEntry {
  /** Blogger's id of the post, the same through every change of its address and text. */
  id: string;
  post: Post;
  /** ISO 8601. */
  updated?: string;
}

/** Blogger wraps every value; one that is missing or of another kind is absent, not an error. */
const text = v.fallback(
  v.optional(
    v.pipe(
      v.object({ $t: v.union([v.string(), v.number()]) }),
      v.transform(({ $t }) => String($t)),
    ),
  ),
  undefined,
);

const attribute = v.fallback(v.optional(v.string()), undefined);

/** A list in which what cannot be read is passed over. */
function listOf<T>(item: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.fallback(v.optional(v.array(v.unknown()), []), []),
    v.transform((values) =>
      values.flatMap((value) => {
        const result = v.safeParse(item, value);
        return result.success ? [result.output] : [];
      }),
    ),
  );
}

const entrySchema = v.object({
  id: text,
  published: text,
  updated: text,
  title: text,
  content: text,
  summary: text,
  category: v.optional(listOf(v.object({ term: v.string(), scheme: attribute }))),
  link: v.optional(listOf(v.object({ rel: attribute, href: v.string() }))),
});
type RawEntry = v.InferOutput<typeof entrySchema>;

const feedSchema = v.object({
  feed: v.object({
    openSearch$totalResults: text,
    entry: v.nullish(v.array(v.unknown()), []),
  }),
});

/** The address of a part of the feed. `start` counts from 1; the server may send fewer than asked. */
export function feedUrl(start: number, count: number): string {
  const query = `alt=json&start-index=${start}&max-results=${count}&orderby=published`;
  return `${FEED_ORIGIN}/feeds/posts/default?${query}`;
}

/**
 * Read an answer of the feed. Blogger leaves out what is empty, so that only the frame must be
 * there; an entry that leads to no post of the blog is counted in `received` and left out.
 *
 * @throws FeedError when the value is no Blogger feed.
 */
export function parseFeed(value: unknown): FeedPage {
  const result = v.safeParse(feedSchema, value);
  if (!result.success) {
    const cause = new v.ValiError(result.issues);
    throw new FeedError('The blog’s answer is not a list of its posts.', { cause });
  }
  const { entry, openSearch$totalResults: total } = result.output.feed;
  const entries = entry.flatMap((raw) => {
    const parsed = v.safeParse(entrySchema, raw);
    return parsed.success ? toEntry(parsed.output) : [];
  });
  const hasTotal = total !== undefined && /^\d+$/.test(total.trim());
  return { entries, total: hasTotal ? Number(total) : undefined, received: entry.length };
}

function toEntry(raw: RawEntry): FeedEntry[] {
  const permalink = findPermalink(raw);
  if (!permalink) return [];
  const published = toIsoDate(raw.published ?? '');
  const updated = toIsoDate(raw.updated ?? '');
  const html = raw.content ?? raw.summary ?? '';
  const post: Post = {
    permalink,
    title: toPlainText(raw.title ?? '').replace(/\s+/g, ' '),
    labels: labelsOf(raw),
    ...(published && { published }),
    text: toPlainText(html),
    excerpt: raw.content === undefined || endsInJump(html, permalink),
  };
  return [{ id: raw.id ?? permalink, post, ...(updated && { updated }) }];
}

function findPermalink({ link = [] }: RawEntry): Permalink | undefined {
  for (const { rel, href } of link) {
    const permalink = rel === 'alternate' ? toPermalink(href) : undefined;
    if (permalink) return permalink;
  }
  return undefined;
}

/** Labels are the categories of Blogger's own scheme; others say what kind of entry it is. */
function labelsOf({ category = [] }: RawEntry): string[] {
  const labels = category
    .filter(({ scheme }) => scheme === undefined || scheme.endsWith('.blogger.com/atom/ns#'))
    .map(({ term }) => term.trim());
  return [...new Set(labels.filter(Boolean))];
}

/** A link to the rest of a post, and after it nothing but space and the ends of elements. */
const JUMP_AT_END =
  /href=["']([^"']*#more)["'][^<>]*>[^<]*(?:<(?!\/a)[^<>]*>[^<]*)*<\/a>(?:\s|&nbsp;|<[^a<>][^<>]*>)*$/i;

/** Whether a text stops at a jump to its own rest. Only its tail is looked at: this must be cheap. */
function endsInJump(html: string, permalink: Permalink): boolean {
  const href = JUMP_AT_END.exec(html.slice(-1000))?.[1];
  return href !== undefined && toPermalink(URL.parse(href, permalink)?.href ?? '') === permalink;
}
