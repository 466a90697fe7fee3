import { languageOf } from '../lib/language/say.ts';

export interface DayProps {
  /** ISO 8601. */
  value: string;
}

/**
 * A date as the reader's language writes it: of an instant in UTC, the reader's own day; of a time
 * with another offset, the day on the clock of whoever wrote it, as a blog prints it. What is no
 * date is shown as it stands.
 */
export function Day({ value }: DayProps) {
  const isInstant = value.endsWith('Z');
  const date = new Date(isInstant ? value : `${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return <span>{value}</span>;
  return <time dateTime={value}>{formatOf(languageOf(), isInstant).format(date)}</time>;
}

/**
 * Make what days are written by, on notes and on posts, which takes longer than all else on a card,
 * before it is needed.
 */
export function prepareDays(): void {
  for (const isInstant of [true, false]) formatOf(languageOf(), isInstant).format();
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one takes milliseconds, and a list of notes has as many dates as notes. */
function formatOf(language: string, isInstant: boolean): Intl.DateTimeFormat {
  const key = `${language} ${isInstant}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language, {
      dateStyle: 'medium',
      ...(!isInstant && { timeZone: 'UTC' }),
    });
  formats.set(key, format);
  return format;
}
