import { languageOf } from '../lib/language/say.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the largest unit of which there is one at least; 1 kB is 1000 bytes. */
export function toFileSize(bytes: number): string {
  const power = Math.min(bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  return (bytes / 1000 ** power).toLocaleString(languageOf(), {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    maximumSignificantDigits: 3,
  });
}
