import { bisect } from '../../lib/anchoring/bisect.ts';
import { type DomText, readText } from '../../lib/anchoring/dom-text.ts';
import { paragraphBreaksOf, sentencesOf } from '../../lib/anchoring/sentences.ts';
import type { Span } from '../../lib/anchoring/span.ts';

/** Where a reader is who goes through the posts of a page by keyboard. */
export interface SentenceCursor {
  /** What is marked: the sentence the cursor stands on, or several when it was extended. */
  mark(): Range;
  /** The sentence at the end that moves. */
  head(): { range: Range; text: string };
  /** How many sentences are marked. */
  readonly size: number;
  /**
   * Go to the next or previous sentence of the page; or mark one sentence more of the same post,
   * or one less when it turns back. False when there is none.
   */
  move(step: 1 | -1, extend: boolean): boolean;
  /** Go to the sentence in which a range begins. */
  moveTo(range: Range): void;
  /** Mark the one sentence at the moving end only. */
  collapse(): void;
}

interface Sentence {
  /** The post. */
  dom: DomText;
  span: Span;
}

/**
 * A cursor on the first sentence that begins on the screen, or below it. Undefined when the posts
 * hold no text. What it reads of them is a snapshot: after a change make another.
 *
 * @param bodies in the order of the page.
 * @param isPassed whether a sentence begins above the window.
 */
export function createSentenceCursor(
  bodies: readonly Element[],
  isPassed = (range: Range) => range.getBoundingClientRect().top < 0,
): SentenceCursor | undefined {
  const sentences = bodies.flatMap(listSentences);
  const last = sentences.length - 1;
  if (last < 0) return undefined;
  const sentenceAt = (index: number) => sentences[index] as Sentence;
  const rangeOf = ({ dom, span }: Sentence) => dom.rangeOf(span);
  let head = 0;
  let anchor = 0;
  const stand = (index: number) => {
    head = Math.min(index, last);
    anchor = head;
  };
  stand(bisect(sentences, (sentence) => isPassed(rangeOf(sentence))));

  return {
    mark() {
      const { dom, span } = sentenceAt(Math.min(anchor, head));
      return dom.rangeOf({ start: span.start, end: sentenceAt(Math.max(anchor, head)).span.end });
    },
    head() {
      const { dom, span } = sentenceAt(head);
      return { range: dom.rangeOf(span), text: dom.text.slice(span.start, span.end) };
    },
    get size() {
      return Math.abs(head - anchor) + 1;
    },
    move(step, extend) {
      const next = sentences[head + step];
      if (!next || (extend && next.dom !== sentenceAt(anchor).dom)) return false;
      head += step;
      if (!extend) anchor = head;
      return true;
    },
    moveTo(range) {
      stand(
        bisect(
          sentences,
          (sentence) => rangeOf(sentence).compareBoundaryPoints(Range.START_TO_END, range) <= 0,
        ),
      );
    },
    collapse() {
      anchor = head;
    },
  };
}

function listSentences(body: Element): Sentence[] {
  const dom = readText(body);
  const { text } = dom;
  if (text === '') return [];
  const passage = dom.passageOf({ start: 0, end: text.length });
  return sentencesOf(text, paragraphBreaksOf(text, passage)).map((span) => ({ dom, span }));
}
