import { createTextQuoteSelectorMatcher } from '@apache-annotator/dom';
import { toRange } from 'dom-anchor-text-quote';
import { anchor } from 'hypothesis-source/annotator/anchoring/html.ts';
import { describe } from '../../../lib/anchoring/describe.ts';
import { readText } from '../../../lib/anchoring/dom-text.ts';
import { locate } from '../../../lib/anchoring/locate.ts';
import type { Selector, TextQuoteSelector } from '../../../lib/annotation/selector.ts';

/** What every contender is given of a passage: the same quote, and its own selectors for Waymark. */
export interface Described {
  quote: TextQuoteSelector;
  position: { type: 'TextPositionSelector'; start: number; end: number };
  /** Where it stood, by elements: what the Hypothesis client stores too, and tries first. */
  range: { type: 'RangeSelector' } & Record<string, string | number>;
  /** What Waymark stored of it. */
  selectors: readonly Selector[];
}

/** Finds passages below an element again: from what was stored to a DOM range. */
export interface Contender {
  name: string;
  /** Get ready for the passages of one element, and answer how to find each. */
  open(root: Element): (passage: Described) => Promise<Range | undefined> | Range | undefined;
  /** Forget what was kept from one run to the next, so that each begins as the first. */
  forget?(): void;
}

export const WAYMARK: Contender = {
  name: 'Waymark',
  open(root) {
    const dom = readText(root);
    return ({ selectors }) => {
      const location = locate(dom.text, selectors);
      return 'span' in location ? dom.rangeOf(location.span) : undefined;
    };
  },
  forget() {
    // What is found where it was prepares nothing; only which text was the last is forgotten.
    locate('another text', describe('another text', { start: 0, end: 7 }));
  },
};

const HYPOTHESIS: Contender = {
  name: 'Hypothesis, position and quote',
  open:
    (root) =>
    ({ quote, position }) =>
      orNothing(() => anchor(root, [position, quote])),
};

/** Its matcher of quotes, told where the quote stood: what is left when the position has failed. */
const HYPOTHESIS_HINT: Contender = {
  name: 'Hypothesis, quote with hint',
  open:
    (root) =>
    ({ quote, position }) =>
      orNothing(() => anchor(root, [quote], { hint: position.start })),
};

const HYPOTHESIS_QUOTE: Contender = {
  name: 'Hypothesis, quote only',
  open:
    (root) =>
    ({ quote }) =>
      orNothing(() => anchor(root, [quote])),
};

const APACHE: Contender = {
  name: '@apache-annotator/dom',
  open:
    (root) =>
    async ({ quote }) => {
      for await (const range of createTextQuoteSelectorMatcher(quote)(root)) return range;
      return undefined;
    },
};

const DOM_ANCHOR: Contender = {
  name: 'dom-anchor-text-quote',
  open:
    (root) =>
    ({ quote, position }) =>
      orNothing(() => toRange(root, quote, { hint: position.start })),
};

export const CONTENDERS = [
  WAYMARK,
  HYPOTHESIS,
  HYPOTHESIS_HINT,
  HYPOTHESIS_QUOTE,
  APACHE,
  DOM_ANCHOR,
];

/** Some say that nothing was found by an exception, some by null. */
async function orNothing(find: () => Promise<Range> | Range | null): Promise<Range | undefined> {
  try {
    return (await find()) ?? undefined;
  } catch {
    return undefined;
  }
}
