/**
 * Selectors of the W3C Web Annotation Data Model: ways to say which part of a source is meant.
 *
 * @see https://www.w3.org/TR/annotation-model/#selectors
 */

/** Section 4.2.4: the words themselves, and the words around them. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * Section 4.2.5: where the words stand. `start` is included, `end` is not; both count Unicode
 * code points of the post body's folded text, as the standard asks, not UTF-16 units.
 */
export interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector;

/** The first selector of a kind, if there is one. */
export function findSelector<T extends Selector['type']>(
  selectors: readonly Selector[],
  type: T,
): Extract<Selector, { type: T }> | undefined {
  return selectors.find(
    (selector): selector is Extract<Selector, { type: T }> => selector.type === type,
  );
}
