import { readText } from '../../lib/anchoring/dom-text.ts';
import { paragraphBreaksOf, sentencesOf } from '../../lib/anchoring/sentences.ts';

/** A post's text, to be stepped through sentence by sentence; a snapshot, as `readText` is. */
export interface SentenceText {
  /** How many sentences there are. */
  readonly length: number;
  /** What one of them says. */
  textOf(index: number): string;
  /** The DOM range from the beginning of one sentence to the end of another, in either order. */
  rangeOf(from: number, to?: number): Range;
  /** The sentence in which a DOM range begins, or the next; undefined when it is not in the post. */
  indexOf(range: AbstractRange): number | undefined;
  /** The first sentence for which something holds that holds for all after it. */
  findFirst(holds: (range: Range) => boolean): number | undefined;
}

export function readSentences(body: Element): SentenceText {
  const dom = readText(body);
  const { text } = dom;
  const passage = text && dom.passageOf({ start: 0, end: text.length });
  const spans = sentencesOf(text, paragraphBreaksOf(text, passage));

  const bisect = (holds: (index: number) => boolean) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low < spans.length ? low : undefined;
  };
  const spanOf = (from: number, to: number) => {
    const [first, last] = [spans[Math.min(from, to)], spans[Math.max(from, to)]];
    if (!first || !last) {
      throw new RangeError(`No sentences ${from} to ${to} in a text of ${spans.length}`);
    }
    return { start: first.start, end: last.end };
  };
  const rangeOf = (from: number, to = from) => dom.rangeOf(spanOf(from, to));

  return {
    length: spans.length,
    textOf(index) {
      const { start, end } = spanOf(index, index);
      return text.slice(start, end);
    },
    rangeOf,
    indexOf(range) {
      const start = dom.spanOf(range)?.start;
      if (start === undefined) return undefined;
      return bisect((index) => spanOf(index, index).end > start);
    },
    findFirst: (holds) => bisect((index) => holds(rangeOf(index))),
  };
}
