import * as v from 'valibot';
import { toPlainText } from '../blog/html-text.ts';
import { type ForeignNote, toDate } from './foreign-note.ts';
import { ImportError } from './import-error.ts';
import { readJson } from './read-json.ts';
import { type ForeignFile, readList } from './read-list.ts';

/** A page and its highlights as Obsidian Web Clipper exports them. */
const page = v.object({
  url: v.string(),
  highlights: v.array(
    v.object({
      text: v.string(),
      timestamp: v.optional(v.string()),
      notes: v.optional(v.union([v.string(), v.array(v.string())]), []),
    }),
  ),
});

/** Whether a value is a list of pages with highlights. */
export function isWebClipper(value: unknown): value is unknown[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    v.is(v.looseObject({ url: v.string(), highlights: v.array(v.any()) }), value[0])
  );
}

/**
 * Read the highlights of Obsidian Web Clipper. It keeps a passage as HTML; its text is taken.
 *
 * @throws ImportError when it is none.
 */
export function parseWebClipper(text: string): ForeignFile {
  const value = readJson(text);
  if (!isWebClipper(value)) throw new ImportError('unknown-format');
  return readList(value, page, ({ url, highlights }, where) =>
    highlights.map((highlight, i): ForeignNote => {
      const created = toDate(highlight.timestamp);
      return {
        where: `${where}.${i + 1}`,
        url,
        quote: toPlainText(highlight.text),
        note: [highlight.notes].flat().join('\n\n'),
        ...(created && { created }),
      };
    }),
  );
}
