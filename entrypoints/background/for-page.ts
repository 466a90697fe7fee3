import { type Annotation, tagsOf } from '../../lib/annotation/annotation.ts';

/** Stands for what is written: a page needs to know that there is something, and not what. */
const SOMETHING = '…';

/**
 * The annotation as a content script may know it, which is taken to be the page's: with its passage,
 * its kind and its colour, and without a word of what the reader wrote about it. What is written is
 * shown in documents of Waymark's own, which ask for it themselves.
 */
export function withoutWords({ body, formerNotes: _, ...annotation }: Annotation): Annotation {
  const tags = tagsOf(annotation);
  return {
    ...annotation,
    ...(body && { body: { ...body, value: SOMETHING } }),
    ...(tags.length > 0 && { tags: [SOMETHING] }),
  };
}
