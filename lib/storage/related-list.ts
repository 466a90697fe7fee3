import { type Permalink, toPermalink } from '../blog/permalink.ts';

/** A post as a list names it: enough to show it, and why it is there, without the post. */
export interface ListedPost {
  permalink: Permalink;
  title: string;
  /** ISO 8601. */
  published?: string;
  score: number;
  /** How the two posts are linked, seen from the one the list is for. */
  linked?: 'to' | 'from' | 'both';
  /** What the two share, the most telling first. */
  terms: string[];
  /** The sentence of this post that is nearest to what was read. */
  sentence?: string;
  /** The text directive that leads to that sentence: `:~:text=…`. */
  fragment?: string;
}

/** What is related to one post, as it is kept: made ahead, so that a page need only read it. */
export interface RelatedList {
  permalink: Permalink;
  version: typeof LISTS_VERSION;
  /** What of the reader's own it was made from; see `basisOf`. */
  basis: string;
  /** The linked posts first, then the nearest. */
  related: ListedPost[];
  /** The nearest to what was highlighted; none where nothing was. */
  highlighted: ListedPost[];
}

/** Goes up whenever lists would be made otherwise, or be kept in another shape. */
export const LISTS_VERSION = 3;

/**
 * What of the reader's own a list depends on, in one string: another string, and the list is to
 * be made again.
 */
export function basisOf(passages: readonly string[], unrelated: Iterable<string>): string {
  return JSON.stringify([passages, [...unrelated].sort()]);
}

/** A list as it was kept; undefined for one of another version, or that is damaged. */
export function parseRelatedList(stored: unknown): RelatedList | undefined {
  if (!isRecord(stored)) return undefined;
  const { version, permalink, basis, related, highlighted } = stored;
  const isSound =
    version === LISTS_VERSION &&
    isPermalink(permalink) &&
    typeof basis === 'string' &&
    isListOf(related, isListedPost) &&
    isListOf(highlighted, isListedPost);
  return isSound ? (stored as unknown as RelatedList) : undefined;
}

/** What becomes an address, or stands in one, is looked at most closely. */
function isListedPost(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { permalink, title, published, score, linked, terms, sentence, fragment } = value;
  return (
    isPermalink(permalink) &&
    typeof title === 'string' &&
    typeof score === 'number' &&
    isListOf(terms, (term) => typeof term === 'string') &&
    [published, linked, sentence].every(isTextOrAbsent) &&
    isTextOrAbsent(fragment) &&
    (fragment === undefined || String(fragment).startsWith(':~:text='))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPermalink(value: unknown): boolean {
  return typeof value === 'string' && toPermalink(value) === value;
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isListOf(value: unknown, is: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}
