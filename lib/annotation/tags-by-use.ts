import { tagKeyOf } from './tags.ts';

/**
 * The tags there are, the most used first; of one tag in several spellings the first of them.
 *
 * @param tags A tag for every annotation that has it, in all spellings.
 * @param unused As many of these as are not to be counted.
 */
export function tagsByUse(tags: readonly string[], unused: readonly string[] = []): string[] {
  const uses = new Map<string, number>();
  for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  for (const tag of unused) uses.set(tag, (uses.get(tag) ?? 0) - 1);
  const used = Array.from(uses).filter(([, count]) => count > 0);
  const countOf = (spellings: typeof used) => spellings.reduce((sum, [, count]) => sum + count, 0);
  return Array.from(Map.groupBy(used, ([tag]) => tagKeyOf(tag)).values())
    .sort((a, b) => countOf(b) - countOf(a))
    .flatMap(([first]) => first?.[0] ?? []);
}
