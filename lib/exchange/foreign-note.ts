import { type Annotation, createAnnotation } from '../annotation/annotation.ts';
import { withNote, withTags } from '../annotation/changes.ts';
import { type Colour, inColour } from '../annotation/colour.ts';
import type { Selector } from '../annotation/selector.ts';
import { type Target, targetOfPost } from '../annotation/target.ts';
import { toPermalink } from '../blog/permalink.ts';
import { namedUuid } from './named-uuid.ts';

/** A note as another program keeps it, as far as Waymark can use it. */
export interface ForeignNote {
  /** Where it stands in its file, for the report: "row 7", an id. */
  where: string;
  url?: string;
  /** The post's title, for programs that know no addresses. */
  title?: string;
  /** The passage; absent for a note on the whole post. */
  quote?: string;
  prefix?: string;
  suffix?: string;
  note?: string;
  tags?: readonly string[];
  colour?: Colour;
  created?: Date;
  modified?: Date;
}

/** Why one note of a file is not taken. */
export type Refusal =
  | 'not-on-the-blog'
  | 'unknown-post'
  | 'nothing-in-it'
  | 'a-reply'
  | 'malformed';

/** A note that is not taken, and where it stands. */
export interface Refused {
  where: string;
  why: Refusal;
}

/** What it takes to make annotations of what others wrote. */
export interface ForeignContext {
  /** A text folded as the text of posts is, so that it is found in them (see `lib/anchoring`). */
  fold: (text: string) => string;
  /** Permalinks by title, for programs that know no addresses. */
  permalinkOf: (title: string) => string | undefined;
  /** When a note was made that does not say. */
  now: Date;
}

/**
 * An annotation made of another program's note, or why there is none. Its id belongs to what it
 * says and when it was made: the same note is the same annotation, whenever it is imported.
 */
export async function toAnnotation(
  foreign: ForeignNote,
  { fold, permalinkOf, now }: ForeignContext,
): Promise<Annotation | Refused> {
  const { where, url, title, note = '', tags = [], created = now, modified = created } = foreign;
  const source = url === undefined ? permalinkOf(title ?? '') : toPermalink(url);
  if (source === undefined) {
    return { where, why: url === undefined ? 'unknown-post' : 'not-on-the-blog' };
  }
  const target = toTarget(source, foreign, fold);
  if (target.selector.length === 0 && note.trim() === '') return { where, why: 'nothing-in-it' };
  const name = JSON.stringify([
    source,
    fold(foreign.quote ?? ''),
    note,
    foreign.created?.toISOString() ?? '',
  ]);
  const annotation = withTags(
    withNote(createAnnotation(target, created), note, created),
    tags,
    created,
  );
  return {
    ...annotation,
    id: await namedUuid(name),
    created: created.toISOString(),
    modified: (modified < created ? created : modified).toISOString(),
  };
}

function toTarget(
  source: string,
  { quote = '', prefix = '', suffix = '', colour }: ForeignNote,
  fold: (text: string) => string,
): Target {
  const exact = fold(quote).trim();
  if (exact === '') return targetOfPost(source);
  const selector: Selector[] = [
    { type: 'TextQuoteSelector', exact, prefix: fold(prefix), suffix: fold(suffix) },
  ];
  const target: Target = { source, selector, passage: quote.trim() };
  return colour === undefined ? target : inColour(target, colour);
}

/** A date another program wrote; undefined when it is none, or is not of this age. */
export function toDate(text: string | undefined): Date | undefined {
  const date = new Date(text ?? Number.NaN);
  const year = date.getUTCFullYear();
  return year >= 1990 && year < 2200 ? date : undefined;
}
