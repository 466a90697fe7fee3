import * as v from 'valibot';
import { toPlainText } from './html-text.ts';
import { walkHtml } from './html-walk.ts';
import { toIsoDate } from './iso-date.ts';
import { toLinks } from './links.ts';
import { type Permalink, type ToPermalink, toPermalink } from './permalink.ts';
import { type Post, withinLimits } from './post.ts';

/** A post as the feed gives it. */
export interface FeedEntry {
  /** Blogger's id of the post, the same through every change of its address and text. */
  id: string;
  post: Post;
  /** ISO 8601. */
  updated?: string;
}

/** Blogger wraps every value; one that is missing or of another kind is absent, not an error. */
export const wrapped = v.fallback(
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
      values.slice(0, MOST_ITEMS).flatMap((value) => {
        const result = v.safeParse(item, value);
        return result.success ? [result.output] : [];
      }),
    ),
  );
}

/** An entry has a handful of links and labels; what comes after so many is not looked at. */
const MOST_ITEMS = 200;

const entrySchema = v.object({
  id: wrapped,
  published: wrapped,
  updated: wrapped,
  title: wrapped,
  content: wrapped,
  summary: wrapped,
  category: v.optional(listOf(v.object({ term: v.string(), scheme: attribute }))),
  link: v.optional(listOf(v.object({ rel: attribute, href: v.string() }))),
});
type RawEntry = v.InferOutput<typeof entrySchema>;

/**
 * The most HTML that is read of one post, in UTF-16 units: what a post may hold of text, and as
 * much again several times over for its markup.
 */
export const MOST_HTML = 4_000_000;
export const LONGEST_TITLE = 10_000;
/** `tag:blogger.com,1999:blog-B.post-P` takes some sixty characters. */
export const LONGEST_ID = 300;

/**
 * The post of an entry; undefined when it is none, or leads to no post of the blog.
 *
 * @param read what tells posts from other addresses: of the blog unless given.
 */
export function findEntry(value: unknown, read: ToPermalink = toPermalink): FeedEntry | undefined {
  const parsed = v.safeParse(entrySchema, value);
  const permalink = parsed.success ? findPermalink(parsed.output, read) : undefined;
  return parsed.success && permalink ? toEntry(parsed.output, permalink, read) : undefined;
}

function toEntry(raw: RawEntry, permalink: Permalink, read: ToPermalink): FeedEntry {
  const entryId = raw.id && raw.id.length <= LONGEST_ID ? raw.id : undefined;
  const published = toIsoDate(raw.published ?? '');
  const updated = toIsoDate(raw.updated ?? '');
  const source = raw.content ?? raw.summary ?? '';
  const html = source.slice(0, MOST_HTML);
  const hrefs: string[] = [];
  walkHtml(html, { onLink: (href) => hrefs.push(href) });
  const links = toLinks(hrefs, permalink, read);
  const post = withinLimits({
    permalink,
    title: toPlainText((raw.title ?? '').slice(0, LONGEST_TITLE)).replace(/\s+/g, ' '),
    labels: labelsOf(raw),
    ...(published && { published }),
    text: toPlainText(html),
    excerpt: raw.content === undefined || html !== source || endsInJump(html, permalink, read),
    ...(links.length > 0 && { links }),
    ...(entryId && { entryId }),
  });
  return { id: entryId ?? permalink, post, ...(updated && { updated }) };
}

function findPermalink({ link = [] }: RawEntry, read: ToPermalink): Permalink | undefined {
  for (const { rel, href } of link) {
    const permalink = rel === 'alternate' ? read(href) : undefined;
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
function endsInJump(html: string, permalink: Permalink, read: ToPermalink): boolean {
  const href = JUMP_AT_END.exec(html.slice(-1000))?.[1];
  return href !== undefined && read(URL.parse(href, permalink)?.href ?? '') === permalink;
}
