import { Parser } from 'htmlparser2';
import { MOST_ENTRIES } from './feed.ts';
import { MOST_HTML } from './feed-entry.ts';
import { FeedError } from './feed-error.ts';

/** An entry of a feed, or a line of a sitemap, as it was written: nothing in it is trusted. */
export interface RawEntry {
  /** Values by the names below; the first of each that is not empty. */
  fields: ReadonlyMap<Field, string>;
  /** Where it leads, in its order, with what the link is said to be. */
  links: { rel: string; href: string }[];
  labels: string[];
}

/** What is read of an entry, whatever its format calls it. */
export type Field = 'id' | 'title' | 'content' | 'summary' | 'published' | 'updated';

/** A document that lists posts: an RSS or Atom feed, a sitemap, or a list of sitemaps. */
export interface XmlList {
  kind: 'feed' | 'sitemap' | 'sitemaps';
  entries: RawEntry[];
}

/** By the root element of a document, in lower case. */
const KINDS: ReadonlyMap<string, XmlList['kind']> = new Map([
  ['rss', 'feed'],
  ['rdf:rdf', 'feed'],
  ['feed', 'feed'],
  ['urlset', 'sitemap'],
  ['sitemapindex', 'sitemaps'],
]);

const ENTRIES = new Set(['item', 'entry', 'url', 'sitemap']);

/** RSS 0.9 to 2.0, Atom 1.0, Dublin Core and sitemaps.org 0.9. */
const FIELDS: ReadonlyMap<string, Field | 'link' | 'label'> = new Map([
  ['title', 'title'],
  ['guid', 'id'],
  ['id', 'id'],
  ['content:encoded', 'content'],
  ['content', 'content'],
  ['description', 'summary'],
  ['summary', 'summary'],
  ['pubdate', 'published'],
  ['published', 'published'],
  ['dc:date', 'published'],
  ['updated', 'updated'],
  ['lastmod', 'updated'],
  ['link', 'link'],
  ['loc', 'link'],
  ['category', 'label'],
  ['dc:subject', 'label'],
]);

/** A sitemap may list fifty thousand addresses; a reader has not so many before them. */
const MOST_LINES = 5000;
/** An entry has a handful of links and labels. */
const MOST_PARTS = 100;
/** No feed nests what is read here so deep; what does is somebody's attempt. */
const DEEPEST = 200;

/**
 * Read an XML document that lists posts. It is gone through once and no tree is built of it, so
 * that nothing costs more than its length; entities that a document declares for itself are never
 * read, and nothing is fetched.
 *
 * @throws FeedError when it is no such document, or lists more than any of them does.
 */
export function parseXmlList(xml: string): XmlList {
  let kind: XmlList['kind'] | undefined;
  const entries: RawEntry[] = [];
  let entry: (RawEntry & { fields: Map<Field, string> }) | undefined;
  /** How deep we are in the document, and where the entry and its field began. */
  let depth = 0;
  let entryDepth = 0;
  let field: { name: Field | 'link' | 'label'; depth: number; text: string } | undefined;

  const keep = (name: Field | 'link' | 'label', text: string) => {
    const value = text.trim();
    if (!entry || value === '') return;
    if (name === 'link') addTo(entry.links, { rel: 'alternate', href: value });
    else if (name === 'label') addTo(entry.labels, value);
    else if (!entry.fields.has(name)) entry.fields.set(name, value);
  };
  const parser = new Parser(
    {
      onopentag(given, attributes) {
        const name = given.toLowerCase();
        depth += 1;
        if (depth > DEEPEST) throw new FeedError({ code: 'damaged' });
        if (depth === 1) kind = KINDS.get(name);
        // Atom lets the content be markup that is written out: it is put together again.
        if (field) field.text += `<${name}>`;
        else if (entry) beginField(name, attributes);
        else if (ENTRIES.has(name) && depth <= 3) {
          entry = { fields: new Map(), links: [], labels: [] };
          entryDepth = depth;
        }
      },
      ontext(text) {
        if (field && field.text.length < MOST_HTML) field.text += text;
      },
      onclosetag(given) {
        if (field && depth === field.depth) {
          keep(field.name, field.text);
          field = undefined;
        } else if (field) field.text += `</${given.toLowerCase()}>`;
        else if (entry && depth === entryDepth) {
          entries.push(entry);
          entry = undefined;
          if (entries.length > (kind === 'feed' ? MOST_ENTRIES : MOST_LINES)) {
            throw new FeedError({ code: 'notAFeed' });
          }
        }
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );

  function beginField(name: string, { href, rel, term }: Record<string, string>) {
    const known = FIELDS.get(name);
    if (entry && known === 'link' && href !== undefined) {
      addTo(entry.links, { rel: (rel ?? 'alternate').toLowerCase(), href });
    } else if (known === 'label' && term !== undefined) keep('label', term);
    else if (known) field = { name: known, depth, text: '' };
  }

  parser.end(xml);
  if (!kind) throw new FeedError({ code: 'notAFeed' });
  return { kind, entries };
}

function addTo<T>(list: T[], item: T): void {
  if (list.length < MOST_PARTS) list.push(item);
}
