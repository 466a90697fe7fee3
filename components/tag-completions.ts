import { tagKeyOf, toTag } from '../lib/annotation/tags.ts';

/** More than these are not read through. */
const MOST = 6;

/**
 * Tags in use that a reader may mean by what they have typed so far: those that begin so, and then
 * those in which a later word does, each in the order given. What is there already is left out, and
 * so is what has been typed to its end.
 */
export function completionsOf(
  typed: string,
  known: readonly string[],
  taken: readonly string[],
): string[] {
  const key = tagKeyOf(toTag(typed) ?? '');
  const used = new Set([...taken.map(tagKeyOf), key]);
  const free = known.filter((tag) => !used.has(tagKeyOf(tag)));
  const rankOf = (tag: string) => {
    const other = tagKeyOf(tag);
    if (other.startsWith(key)) return 0;
    return /[\s/:_-]/.test(other) && other.split(/[\s/:_-]+/).some((word) => word.startsWith(key))
      ? 1
      : 2;
  };
  return [0, 1].flatMap((rank) => free.filter((tag) => rankOf(tag) === rank)).slice(0, MOST);
}
