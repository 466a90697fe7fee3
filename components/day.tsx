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
  const text = new Intl.DateTimeFormat(languageOf(), {
    dateStyle: 'medium',
    ...(!isInstant && { timeZone: 'UTC' }),
  }).format(date);
  return <time dateTime={value}>{text}</time>;
}
