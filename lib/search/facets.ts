import { tagsOf } from '../annotation/annotation.ts';
import { type Colour, colourOf } from '../annotation/colour.ts';
import { type Kind, kindOf } from '../annotation/kind.ts';
import { tagKeyOf } from '../annotation/tags.ts';
import type { NoteDocument } from './note-document.ts';

/** One thing to filter by, and how many annotations have it. */
export interface Counted<T extends string = string> {
  value: T;
  count: number;
}

/** What there is to filter by. */
export interface Facets {
  kinds: Counted<Kind>[];
  colours: Counted<Colour>[];
  /** The most used first, each as it is written most recently. */
  tags: Counted[];
  labels: Counted[];
  /** Years, the latest first. */
  years: Counted[];
}

/** What the documents can be filtered by, with how many each would leave. */
export function facetsOf(documents: readonly NoteDocument[]): Facets {
  const kinds = new Map<Kind, Counted<Kind>>();
  const colours = new Map<Colour, Counted<Colour>>();
  const tags = new Map<string, Counted>();
  const labels = new Map<string, Counted>();
  const years = new Map<string, Counted>();
  for (const { annotation, post, day } of documents) {
    count(kinds, kindOf(annotation));
    if (annotation.target.selector.length > 0) count(colours, colourOf(annotation.target));
    for (const tag of tagsOf(annotation)) count(tags, tag, tagKeyOf(tag));
    for (const label of post?.labels ?? []) count(labels, label);
    count(years, day.slice(0, 4));
  }
  const byCount = <T extends string>(map: ReadonlyMap<string, Counted<T>>) =>
    Array.from(map.values()).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    kinds: byCount(kinds),
    colours: byCount(colours),
    tags: byCount(tags),
    labels: byCount(labels),
    years: byCount(years).sort((a, b) => (a.value < b.value ? 1 : -1)),
  };
}

function count<K extends string, T extends K>(
  counts: Map<string, Counted<K>>,
  value: T,
  key: string = value,
): void {
  const counted = counts.get(key);
  if (counted) counted.count++;
  else counts.set(key, { value, count: 1 });
}
