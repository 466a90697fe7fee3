import { type Annotation, tagsOf } from '../../lib/annotation/annotation.ts';

/** The tags of the annotations, the most used first. */
export function listTags(annotations: readonly Annotation[]): string[] {
  const uses = new Map<string, number>();
  for (const tag of annotations.flatMap(tagsOf)) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([tag]) => tag);
}
