/** In UTF-8, the extension included: what every file system and every zip tool can take. */
const LONGEST_NAME = 200;

const EXTENSION = '.md';

/** Names Windows keeps for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)\s*(?:\.|$)/i;

/**
 * Control characters, halves of surrogate pairs, what Unicode has not assigned (APFS refuses it),
 * and marks that turn the reading direction and so can make a name look like another.
 */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Cn}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The name of a file for a post: `YYYY-MM-DD Title.md`, or `Title.md` where the date is not known.
 *
 * The name can be used on Windows, macOS and Linux: no separators, no characters or names that
 * Windows reserves, no dot or space at either end, at most 200 bytes of UTF-8, composed (NFC).
 * It is one path segment, but not unique: two posts may share a title and a day.
 *
 * @param published ISO 8601; anything else counts as no date.
 * @param number Set behind the title from 2 on, for names that are taken.
 */
export function toFileName(title: string, published?: string, number = 1): string {
  const day = published === undefined ? undefined : dayOf(published);
  const prefix = day === undefined ? '' : `${day} `;
  const name = trim(toWritable(title)) || 'Untitled';
  const safe = prefix === '' && DEVICE.test(name) ? `_${name}` : name;
  const ending = `${number > 1 ? ` ${number}` : ''}${EXTENSION}`;
  return `${prefix}${trim(cut(safe, LONGEST_NAME - prefix.length - ending.length))}${ending}`;
}

function dayOf(published: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(published)?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

/** The title in characters a file system takes: "1:1s" stays readable as "1-1s". */
function toWritable(title: string): string {
  return title
    .replace(/\s+/g, ' ')
    .replace(UNWRITABLE, '')
    .normalize('NFC')
    .replace(/[<>"?*]/g, '')
    .replace(/ *[:/\\|] +/g, ' - ')
    .replace(/[:/\\|]/g, '-')
    .replace(/ +/g, ' ');
}

/** Without dots and spaces at the ends: Windows drops them behind, a dot in front hides a file. */
function trim(name: string): string {
  return name.replace(/^[. ]+|[. ]+$/g, '');
}

/** As many whole characters, as a reader counts them, as fit into a number of bytes of UTF-8. */
function cut(name: string, bytes: number): string {
  const encoder = new TextEncoder();
  let left = bytes;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    left -= encoder.encode(segment).length;
    if (left < 0) return kept;
    kept += segment;
  }
  return kept;
}
