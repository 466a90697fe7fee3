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

/**
 * Waymark's own, beside the standard's: what the text was like in which the others were taken.
 * A reader of the standard's selectors may leave it out.
 */
export interface FoldedTextSelector {
  type: 'FoldedTextSelector';
  /** The version of the folding (`FOLDING_VERSION`); positions of another one are not compared. */
  folding: number;
  /** How often the quote's words stood in the text: 1 when they were unique. */
  occurrences: number;
}

export type Selector = TextQuoteSelector | TextPositionSelector | FoldedTextSelector;

/** The first selector of a kind, if there is one. */
export function findSelector<T extends Selector['type']>(
  selectors: readonly Selector[],
  type: T,
): Extract<Selector, { type: T }> | undefined {
  return selectors.find(
    (selector): selector is Extract<Selector, { type: T }> => selector.type === type,
  );
}
