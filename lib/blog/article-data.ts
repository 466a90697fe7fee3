import { toIsoDate } from './iso-date.ts';

/** What a page says of its article for machines, as schema.org has it; any of it may be missing. */
export interface ArticleData {
  headline?: string;
  /** ISO 8601. */
  published?: string;
}

/** The kinds of things that are posts; https://schema.org/Article and what is one. */
const ARTICLES = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*BlogPosting|Report)$/;

/** No page says so much of itself. UTF-16 units, and things looked at. */
const LONGEST = 200_000;
const MOST_THINGS = 1000;

/** What one `application/ld+json` says of an article; undefined when it speaks of none. */
export function findArticleData(json: string): ArticleData | undefined {
  if (json.length > LONGEST) return undefined;
  const things: unknown[] = [parse(json)];
  for (const thing of things) {
    if (things.length > MOST_THINGS) return undefined;
    if (Array.isArray(thing)) things.push(...thing);
    else if (typeof thing === 'object' && thing !== null) {
      const { headline, datePublished, ...rest } = thing as Record<string, unknown>;
      if (isArticle(rest['@type'])) {
        const published = typeof datePublished === 'string' ? toIsoDate(datePublished) : undefined;
        return {
          ...(typeof headline === 'string' && { headline: headline.trim() }),
          ...(published && { published }),
        };
      }
      things.push(rest['@graph'], rest.mainEntity);
    }
  }
  return undefined;
}

function isArticle(type: unknown): boolean {
  const types = Array.isArray(type) ? type : [type];
  return types.some((one) => typeof one === 'string' && ARTICLES.test(one));
}

/** What a page's author wrote wrongly says nothing. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
