import { type ForeignNote, type Refused, toDate } from './foreign-note.ts';
import { ImportError } from './import-error.ts';
import { type ForeignFile, MOST_NOTES } from './read-list.ts';

/** What a Kindle writes between two clippings. */
const SEPARATOR = /^={10}[ \t]*$/m;

/** How a clipping's second line begins in the languages a Kindle speaks. */
const DETAILS = /^- /;

/** What it calls a note that was typed, a bookmark, and a highlight, in those languages. */
const TYPED = /\b(?:Note|Notiz|nota|Nota)\b|メモ|笔记/;
const BOOKMARK =
  /\b(?:Bookmark|Lesezeichen|signet|marcador|segnalibro|bladwijzer)\b|ブックマーク|书签/i;

/** Page and location: what a note and the highlight it was written for share. */
const LOCATION = /(\d+)(?:-(\d+))?/g;

interface Clipping {
  where: string;
  title: string;
  details: string;
  text: string;
}

/** Whether a text is the file `My Clippings.txt` of a Kindle. */
export function isKindle(text: string): boolean {
  const [first = ''] = text.split(SEPARATOR, 1);
  return SEPARATOR.test(text) && DETAILS.test(first.trimStart().split(/\r?\n/)[1] ?? '');
}

/**
 * Read the clippings of a Kindle, in the languages whose words it knows. A note is joined to the
 * highlight that ends where it was written. Bookmarks hold nothing and are passed over. Posts are
 * known by their titles only, as they were sent to the Kindle.
 *
 * @throws ImportError when it is no such file, or has too many clippings.
 */
export function parseKindle(text: string): ForeignFile {
  if (!isKindle(text)) throw new ImportError('unknown-format');
  const parts = text.replaceAll('\r\n', '\n').split(SEPARATOR);
  if (parts.length > MOST_NOTES) throw new ImportError('too-many', String(parts.length));
  const notes: ForeignNote[] = [];
  const refused: Refused[] = [];
  let last: (Clipping & { note: ForeignNote }) | undefined;
  parts.forEach((part, i) => {
    if (part.trim() === '') return;
    const clipping = toClipping(part, String(i + 1));
    if (!clipping) {
      refused.push({ where: String(i + 1), why: 'malformed' });
      return;
    }
    const { where, title, details, text: words } = clipping;
    if (BOOKMARK.test(details)) return;
    if (TYPED.test(details) && last && belongs(clipping, last)) {
      last.note.note = words;
      return;
    }
    const created = toDate(dateIn(details));
    const note: ForeignNote = TYPED.test(details)
      ? { where, title, note: words, ...(created && { created }) }
      : { where, title, quote: words, ...(created && { created }) };
    notes.push(note);
    last = { ...clipping, note };
  });
  return { notes, refused };
}

function toClipping(part: string, where: string): Clipping | undefined {
  const [head = '', details = '', ...rest] = part.replace(/^\n/, '').split('\n');
  if (!DETAILS.test(details)) return undefined;
  // The author stands in parentheses behind the title, and a byte order mark may stand before it.
  const title = head
    .replace(/^\ufeff/, '')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .trim();
  return { where, title, details, text: rest.join('\n').trim() };
}

/** Whether a note was written at the end of a highlight of the same book. */
function belongs(note: Clipping, highlight: Clipping): boolean {
  const place = (details: string) => Array.from(beforeDate(details).matchAll(LOCATION)).at(-1);
  const [at] = place(note.details) ?? [];
  const [, from, to = from] = place(highlight.details) ?? [];
  return note.title === highlight.title && at !== undefined && (at === to || at === from);
}

function beforeDate(details: string): string {
  return details.slice(0, details.lastIndexOf('|') < 0 ? undefined : details.lastIndexOf('|'));
}

/** The date, where it is written in English; others are left out rather than guessed. */
function dateIn(details: string): string | undefined {
  return /\bAdded on (?:\w+, )?(.+)$/.exec(details)?.[1];
}
