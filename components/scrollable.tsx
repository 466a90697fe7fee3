import { createElement, type JSX } from 'preact';

type Scrolled = 'blockquote' | 'main' | 'pre' | 'section' | 'ul';

export type ScrollableProps<Element extends Scrolled> = JSX.IntrinsicElements[Element] & {
  /** What it is, for it is no more than that with a stop for Tab. */
  as: Element;
};

/**
 * What is higher or wider than the room it has. It takes the focus although nothing is done with
 * it: without a stop for Tab the keyboard could not scroll it, and not every browser makes one.
 */
export function Scrollable<Element extends Scrolled>({ as, ...props }: ScrollableProps<Element>) {
  return createElement(as as string, { ...props, tabIndex: 0 });
}
