/**
 * What a note may cost to draw. A Markdown parser's work grows with the square of the nesting, so
 * some kilobytes of brackets can hold a browser for minutes; notes may come from other people's
 * files. Whatever is past a limit is shown as it was typed: nothing is lost.
 */

/** Levels of the tree that are drawn; deeper ones appear as their source. */
export const MAX_DEPTH = 32;

/** In UTF-16 units: some ten printed pages. */
const MAX_LENGTH = 30_000;
const MAX_OPEN_BRACKETS = 60;
const MAX_DELIMITERS_IN_A_ROW = 60;
const MAX_MARKERS_ON_A_LINE = 40;

const DELIMITERS = new RegExp(`[*_]{${MAX_DELIMITERS_IN_A_ROW}}`);
const CONTAINERS = new RegExp(
  `^(?:[ \\t]*(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])){${MAX_MARKERS_ON_A_LINE}}`,
  'm',
);

/** Whether a note is too long or too deeply nested to be parsed in the time of a frame or two. */
export function isTooCostly(markdown: string): boolean {
  return (
    markdown.length > MAX_LENGTH ||
    DELIMITERS.test(markdown) ||
    CONTAINERS.test(markdown) ||
    mostOpenBrackets(markdown) > MAX_OPEN_BRACKETS
  );
}

/** Brackets that wait to be closed, at worst; a blank line ends the wait, as in CommonMark. */
function mostOpenBrackets(markdown: string): number {
  let open = 0;
  let most = 0;
  for (const [token] of markdown.matchAll(/\[|\]|\n[ \t]*\n/g)) {
    if (token === '[') open += 1;
    else if (token === ']') open = Math.max(0, open - 1);
    else open = 0;
    if (open > most) most = open;
  }
  return most;
}
