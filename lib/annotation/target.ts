import type { Colour } from './colour.ts';
import type { Selector } from './selector.ts';

/** What the annotation is about: a passage of a post, or the post as a whole. */
export interface Target {
  /** The post's permalink: the IRI of the source. */
  source: string;
  /** None for the whole post: the source itself is what is meant. */
  selector: Selector[];
  /** The colour it is marked in; absent for yellow. See `colourOf`. */
  styleClass?: Colour;
  /**
   * The passage as the author set it: quotes and dashes untouched, `\n` for a line break and
   * `\n\n` between paragraphs. Selectors hold folded text, made for finding; this is for reading.
   * Empty for the whole post.
   */
  passage: string;
  /** The paragraphs it stands in, written like the passage, for the day they are gone. */
  paragraph?: string;
}

/** The post as a whole. */
export function targetOfPost(source: string): Target {
  return { source, selector: [], passage: '' };
}

/** Whether the whole post is meant, and no passage of it. */
export function isWholePost({ selector }: Target): boolean {
  return selector.length === 0;
}

/** Where the annotation was attached before, and until when. */
export interface FormerTarget {
  target: Target;
  /** ISO 8601 in UTC. */
  until: string;
}

/** Whether two targets are the same stretch of the same post, whatever colour it has. */
export function isSamePlace(a: Target, b: Target): boolean {
  return a.source === b.source && selectorsOf(a) === selectorsOf(b);
}

/** The selectors as text, whatever order their fields were written in. */
function selectorsOf({ selector }: Target): string {
  return JSON.stringify(selector.map((one) => Object.entries(one).sort()));
}
