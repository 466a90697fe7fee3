/** Letters that are narrower or wider than most, in every typeface that a spine may be set in. */
const NARROW = /[\s.,;:'’|!iljtfrI()[\]]/;
const WIDE = /[mwMWA-Z@%—…&]|[^ -\u024f\u2000-\u206f]/;

/** Widths in ems; generous, since a title that is cut early is better than one that runs over. */
const NARROW_EM = 0.33;
const USUAL_EM = 0.52;
const WIDE_EM = 0.82;

/** What no ellipsis follows. */
const ENDING = /[\s.,;:–—-]+$/;

/** A beginning of fewer letters than these tells nothing. */
const FEWEST_LETTERS = 3;

/**
 * A title in so many lines at most; the last ends in an ellipsis when that is not all of it. No
 * lines when there is no room for anything worth reading.
 *
 * Widths are estimated, not measured: a thousand measurements would cost more than the picture.
 *
 * @param room the length of a line, in ems of the type.
 * @param cut where a title that is too long ends: after a letter, unless given.
 */
export function fitTitle(title: string, room: number, lines = 1, cut: Cut = cutAtLetter): string[] {
  if (fits(title, room)) return [title];
  const first = lines > 1 ? breakAt(title, room) : undefined;
  if (first) return [first, ...fitTitle(title.slice(first.length).trim(), room, lines - 1, cut)];
  const rest = cut(title, room);
  return rest ? [rest] : [];
}

/** Whether a line holds the text; a long one is not read to its end. */
function fits(text: string, room: number): boolean {
  let width = 0;
  for (const letter of text) {
    width += emsOf(letter);
    if (width > room) return false;
  }
  return true;
}

/** As many whole words from the beginning as a line holds; undefined when it does not hold one. */
function breakAt(title: string, room: number): string | undefined {
  let width = 0;
  let read = 0;
  let end = 0;
  let inWord = false;
  for (const letter of title) {
    const ems = emsOf(letter);
    const isSpace = ems === NARROW_EM && letter.trim() === '';
    if (isSpace && inWord) end = read;
    inWord = !isSpace;
    width += ems;
    if (width > room) break;
    read += letter.length;
  }
  return title.slice(0, end) || undefined;
}

/** The beginning of a title that is too long, with an ellipsis; undefined when there is none. */
type Cut = (title: string, room: number) => string | undefined;

/**
 * Cut after a word: what can be read of a link is then part of its name, which people who speak to
 * their computer say (WCAG 2.2, 2.5.3).
 */
export const cutAtWord: Cut = (title, room) => {
  const words = breakAt(title, room - WIDE_EM)?.replace(ENDING, '');
  return words ? `${words}…` : undefined;
};

function cutAtLetter(title: string, room: number): string | undefined {
  let width = WIDE_EM;
  let start = '';
  for (const letter of title) {
    width += emsOf(letter);
    if (width > room) break;
    start += letter;
  }
  start = start.replace(ENDING, '');
  return start.length < FEWEST_LETTERS ? undefined : `${start}…`;
}

/** How wide a text is at most, in ems. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += emsOf(letter);
  return width;
}

/** The widths of the letters met so far: there are few of them, and titles are long. */
const known = new Map<string, number>();

function emsOf(letter: string): number {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const ems = NARROW.test(letter) ? NARROW_EM : WIDE.test(letter) ? WIDE_EM : USUAL_EM;
  known.set(letter, ems);
  return ems;
}
