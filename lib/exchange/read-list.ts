import * as v from 'valibot';
import type { ForeignNote, Refused } from './foreign-note.ts';
import { ImportError } from './import-error.ts';

/** What a file of another program holds: notes, and what could not be read as one. */
export interface ForeignFile {
  notes: ForeignNote[];
  refused: Refused[];
}

/** More than any program exports; a file with more is not one of theirs. */
export const MOST_NOTES = 200_000;

/**
 * Read a list entry by entry: what does not fit is told, and does not take the rest with it.
 *
 * @param schema What an entry is; fields it does not name are passed over.
 * @param toNotes The notes of an entry that fits.
 * @throws ImportError when there are more than `MOST_NOTES`.
 */
export function readList<T>(
  entries: readonly unknown[],
  schema: v.GenericSchema<unknown, T>,
  toNotes: (entry: T, where: string) => (ForeignNote | Refused)[],
): ForeignFile {
  if (entries.length > MOST_NOTES) throw new ImportError('too-many', String(entries.length));
  const file: ForeignFile = { notes: [], refused: [] };
  entries.forEach((entry, i) => {
    const where = String(i + 1);
    const parsed = v.safeParse(schema, entry);
    const notes = parsed.success
      ? toNotes(parsed.output, where)
      : [{ where, why: 'malformed' } satisfies Refused];
    for (const note of notes) {
      if ('why' in note) file.refused.push(note);
      else file.notes.push(note);
    }
  });
  return file;
}
