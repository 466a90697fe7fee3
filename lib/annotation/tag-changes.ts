import { type Annotation, tagsOf } from './annotation.ts';
import { withTags } from './changes.ts';
import { tagKeyOf, toTags } from './tags.ts';

/** The annotation with these tags too; itself when it has them all. */
export function withTagsAdded(
  annotation: Annotation,
  tags: readonly string[],
  now = new Date(),
): Annotation {
  const before = tagsOf(annotation);
  const after = toTags([...before, ...tags]);
  return after.length === before.length ? annotation : withTags(annotation, after, now);
}

/** The annotation without a tag, however that is written; itself when it does not have it. */
export function withoutTag(annotation: Annotation, tag: string, now = new Date()): Annotation {
  const before = tagsOf(annotation);
  const after = before.filter((one) => tagKeyOf(one) !== tagKeyOf(tag));
  return after.length === before.length ? annotation : withTags(annotation, after, now);
}

/**
 * The annotation with a tag called otherwise, in its place; where it has a tag of that name
 * already, the two become one. Itself when it does not have the tag.
 */
export function withTagRenamed(
  annotation: Annotation,
  tag: string,
  name: string,
  now = new Date(),
): Annotation {
  const before = tagsOf(annotation);
  const isTag = (one: string) => tagKeyOf(one) === tagKeyOf(tag);
  if (!before.some(isTag)) return annotation;
  // A change of capitals is one too, which the tag of the old ones must not stand in the way of.
  const after = before.map((one) => (isTag(one) || tagKeyOf(one) === tagKeyOf(name) ? name : one));
  return withTags(annotation, after, now);
}
