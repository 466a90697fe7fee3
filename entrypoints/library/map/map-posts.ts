import type { MapPost } from '../../../components/blog-map-post.ts';
import type { ReadingDay } from '../../../components/reading-calendar-day.ts';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { kindOf } from '../../../lib/annotation/kind.ts';
import type { Post } from '../../../lib/blog/post.ts';
import { countWords, toMinutes } from '../../../lib/blog/post-length.ts';
import type { Reading } from '../../../lib/storage/database.ts';

/** The permalink's own year, which every permalink of the blog has, and few of other sites. */
const YEAR = /\/(\d{4})\/\d\d\//;

/** How long each post is, in words: counted once, however often what is known of them changes. */
export function countAll(posts: readonly Post[]): Map<string, number> {
  return new Map(posts.map(({ permalink, text }) => [permalink, countWords(text)]));
}

/**
 * The posts with what the reader has done with each. One that is gone from the blog is shown only
 * where the reader has left something in it; one of a site that does not date it has no place.
 */
export function toMapPosts(
  posts: readonly Post[],
  lengths: ReadonlyMap<string, number>,
  readings: readonly Reading[],
  annotations: readonly Annotation[],
): MapPost[] {
  const readingOf = new Map(readings.map((reading) => [reading.permalink, reading]));
  const notesOn = Map.groupBy(annotations, ({ target }) => target.source);
  const isShown = ({ gone, permalink }: Post) =>
    !gone || readingOf.has(permalink) || notesOn.has(permalink);
  const isDated = ({ year }: MapPost) => Number.isInteger(year);
  const mapped = posts.filter(isShown).map((post): MapPost => {
    const { permalink, title, labels, published } = post;
    const reading = readingOf.get(permalink);
    const mine = notesOn.get(permalink) ?? [];
    const words = lengths.get(permalink) ?? 0;
    return {
      permalink,
      title: title.trim() || permalink,
      year: Number(published?.slice(0, 4) || YEAR.exec(permalink)?.[1]),
      ...(published && { published }),
      labels,
      words,
      minutes: toMinutes(words),
      stand: standOf(reading),
      highlights: mine.length,
      notes: mine.filter((annotation) => kindOf(annotation) !== 'highlight').length,
    };
  });
  return mapped.filter(isDated);
}

function standOf(reading: Reading | undefined): MapPost['stand'] {
  if (reading?.read) return 'read';
  return reading && reading.days.length > 0 ? 'opened' : 'unread';
}

/**
 * The days on which posts were opened or marked as read, the oldest first. A post that is no
 * longer known goes by its address.
 */
export function toReadingDays(posts: readonly Post[], readings: readonly Reading[]): ReadingDay[] {
  const titles = new Map<string, string>(posts.map(({ permalink, title }) => [permalink, title]));
  const entries = readings.flatMap(({ permalink, days, read }) => {
    const end = read && toDay(new Date(read));
    return Array.from(new Set(end ? [...days, end] : days), (day) => ({
      day,
      post: { permalink, title: titles.get(permalink) ?? permalink, isRead: day === end },
    }));
  });
  return [...Map.groupBy(entries, ({ day }) => day)]
    .map(([day, ofDay]) => ({ day, posts: ofDay.map(({ post }) => post) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The day of an instant on the reader's own calendar, `YYYY-MM-DD`. */
export function toDay(date: Date): string {
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}
