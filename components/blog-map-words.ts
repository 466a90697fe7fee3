import { languageOf, type MessageName, say, sayCount } from '../lib/language/say.ts';
import type { MapPost, Mark, Stand } from './blog-map-post.ts';

export const STAND_NAMES: Readonly<Record<Stand, MessageName>> = {
  unread: 'mapStandUnread',
  opened: 'mapStandOpened',
  read: 'mapStandRead',
};

export const MARK_NAMES: Readonly<Record<Mark, MessageName>> = {
  highlighted: 'mapMarkHighlighted',
  noted: 'mapMarkNoted',
};

/** What the map says of a post, in the page's language. */
export interface MapWords {
  /** The day a post appeared, as its blog prints it; only the year when no more is known. */
  day(post: MapPost): string;
  /** “5 min”. */
  minutes(post: MapPost): string;
  /** “Unread”, “Opened” or “Read”. */
  stand(post: MapPost): string;
  /** “2 highlights”, “1 note”; nothing for what there is none of. */
  counts(post: MapPost): string[];
  /** All of it in one phrase: the name of a book for those who do not see it. */
  name(post: MapPost): string;
}

/**
 * Words for a thousand posts at once. To make a formatter, or to look up a message, costs a hundred
 * times what using one does, so each is made once and what was said before is said again.
 */
export function createMapWords(): MapWords {
  const language = languageOf();
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute' });
  const list = new Intl.ListFormat(language, { type: 'unit' });
  const said = {
    minutes: remembered((count: number) => minutes.format(count)),
    highlights: remembered((count: number) => sayCount('mapHighlights', count)),
    notes: remembered((count: number) => sayCount('mapNotes', count)),
    stand: remembered((stand: Stand) => say(STAND_NAMES[stand])),
  };
  const words: MapWords = {
    day({ published, year }) {
      // The day on the clock of the blog, whatever the reader's says.
      const date = new Date(`${published?.slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(date.getTime()) ? String(year) : dates.format(date);
    },
    minutes: (post) => said.minutes(post.minutes),
    stand: (post) => said.stand(post.stand),
    counts: ({ highlights, notes }) => [
      ...(highlights > 0 ? [said.highlights(highlights)] : []),
      ...(notes > 0 ? [said.notes(notes)] : []),
    ],
    name: (post) =>
      `${post.title}: ${list.format([
        words.day(post),
        words.minutes(post),
        words.stand(post),
        ...words.counts(post),
      ])}`,
  };
  return words;
}

/** The sum of reading times, as hours and minutes in words. */
export function sayDuration(minutes: number): string {
  const language = languageOf();
  const inUnit = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  return minutes < 90 ? inUnit(minutes, 'minute') : inUnit(Math.round(minutes / 60), 'hour');
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
