/** Letters that are narrower or wider than most, in every typeface that a spine may be set in. */
const NARROW = /[\s.,;:'’|!iljtfrI()[\]]/;
const WIDE = /[mwMWA-Z@%—…&]|[^ -\u024f\u2000-\u206f]/;

/** Widths in ems; generous, since a title that is cut early is better than one that runs over. */
const NARROW_EM = 0.34;
const USUAL_EM = 0.55;
const WIDE_EM = 0.86;

/**
 * As much of a title as a spine holds, ending in an ellipsis when it is not all; empty when there
 * is no room for anything worth reading.
 *
 * The width is estimated, not measured: a thousand measurements would cost more than the picture.
 *
 * @param room in ems of the type.
 */
export function fitTitle(title: string, room: number): string {
  let width = 0;
  let fitting = 0;
  const letters = Array.from(title);
  for (const letter of letters) {
    width += emsOf(letter);
    if (width > room) break;
    if (width <= room - WIDE_EM) fitting += 1;
  }
  if (width <= room) return title;
  const start = letters
    .slice(0, fitting)
    .join('')
    .replace(/[\s.,;:–—-]+$/, '');
  return start.length < 3 ? '' : `${start}…`;
}

function emsOf(letter: string): number {
  if (NARROW.test(letter)) return NARROW_EM;
  return WIDE.test(letter) ? WIDE_EM : USUAL_EM;
}
