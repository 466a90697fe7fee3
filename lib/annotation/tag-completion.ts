import { tagKeyOf } from './tags.ts';

/** Completions that are offered: more are not read, and are found sooner by another letter. */
const MOST_COMPLETIONS = 8;

/**
 * The known tags that what is being typed may become, those first that begin with it, then those of
 * which a later word does; among equals the order of `known` stays. Tags that are taken are left
 * out, and so is everything while nothing is typed.
 *
 * @param known The tags there are, the likeliest first.
 */
export function completionsOf(
  typed: string,
  known: readonly string[],
  taken: readonly string[] = [],
): string[] {
  const wanted = tagKeyOf(typed.replace(/^[#\s]+/u, '').trim());
  if (wanted === '') return [];
  const free = freeOf(known, taken);
  const begins = free.filter((tag) => tagKeyOf(tag).startsWith(wanted));
  const later = free.filter((tag) => hasLaterWord(tagKeyOf(tag), wanted));
  return [...begins, ...later].slice(0, MOST_COMPLETIONS);
}

/** The known tags that are offered before anything is typed: the likeliest that are not taken. */
export function suggestionsOf(known: readonly string[], taken: readonly string[]): string[] {
  return freeOf(known, taken).slice(0, MOST_COMPLETIONS);
}

function freeOf(known: readonly string[], taken: readonly string[]): string[] {
  const isTaken = new Set(taken.map(tagKeyOf));
  return known.filter((tag) => !isTaken.has(tagKeyOf(tag)));
}

/** Whether a word of the tag other than its first begins so. */
function hasLaterWord(key: string, wanted: string): boolean {
  if (key.startsWith(wanted)) return false;
  const at = key.indexOf(wanted);
  return at > 0 && key.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted));
}
