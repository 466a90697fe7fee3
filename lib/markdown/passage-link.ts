import type { Annotation } from '../annotation/annotation.ts';
import { findSelector } from '../annotation/selector.ts';
import { isWholePost } from '../annotation/target.ts';
import type { AnnotatedPost } from './annotated-post.ts';
import { createFragmentFinder } from './text-fragment.ts';

/**
 * A function that gives the address at which a browser opens a post at one of its passages. Where
 * the passage cannot be named for certain, it is the post's own: a link that leads elsewhere is
 * worse than one that leads to the top.
 */
export function createPassageLinks({
  permalink,
  text,
}: AnnotatedPost): (annotation: Annotation) => string {
  const find = text === undefined ? undefined : createFragmentFinder(text);
  return ({ target }) => {
    if (isWholePost(target) || !find) return permalink;
    const prefix = findSelector(target.selector, 'TextQuoteSelector')?.prefix;
    const directive = find(target.passage, prefix);
    return directive ? `${permalink}#${directive}` : permalink;
  };
}
