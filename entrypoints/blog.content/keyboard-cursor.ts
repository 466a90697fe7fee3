import { readSentences, type SentenceText } from './keyboard-text.ts';

/** Where a reader is who goes through the posts of a page by keyboard. */
export interface SentenceCursor {
  /** What is marked: the sentence the cursor stands on, or several when it was extended. */
  mark(): Range;
  /** The sentence at the end that moves. */
  head(): { range: Range; text: string };
  /** How many sentences are marked. */
  readonly size: number;
  /** Go to the next or previous sentence, of the next or previous post at an end. False at the last. */
  move(step: 1 | -1): boolean;
  /** Mark one sentence more, or one less when it turns back; within one post. False at its end. */
  extend(step: 1 | -1): boolean;
  /** Go to the sentence in which a range begins. False when that is in no post. */
  moveTo(range: AbstractRange): boolean;
  /** Mark the one sentence at the moving end only. */
  collapse(): void;
}

/** A sentence: which post of the page, and which of its sentences. */
interface Place {
  post: number;
  at: number;
}

/**
 * A cursor on the first sentence that begins on the screen, or below it. Undefined when the posts
 * hold no text. What it reads of the posts is a snapshot: after a change make another.
 *
 * @param isPassed whether a sentence begins above the window.
 */
export function createSentenceCursor(
  bodies: readonly Element[],
  isPassed = (range: Range) => range.getBoundingClientRect().top < 0,
): SentenceCursor | undefined {
  const texts = new Map<number, SentenceText>();
  const textOf = (post: number): SentenceText => {
    const text = texts.get(post) ?? readSentences(bodies[post] as Element);
    texts.set(post, text);
    return text;
  };

  const findStart = (): Place | undefined => {
    let last: Place | undefined;
    for (const post of bodies.keys()) {
      const at = textOf(post).findFirst((range) => !isPassed(range));
      if (at !== undefined) return { post, at };
      if (textOf(post).length > 0) last = { post, at: textOf(post).length - 1 };
    }
    return last;
  };

  const start = findStart();
  if (!start) return undefined;
  let { post, at } = start;
  let anchor = at;
  const stand = (place: Place) => {
    ({ post, at } = place);
    anchor = at;
    return true;
  };

  return {
    mark: () => textOf(post).rangeOf(anchor, at),
    head: () => ({ range: textOf(post).rangeOf(at), text: textOf(post).textOf(at) }),
    get size() {
      return Math.abs(at - anchor) + 1;
    },
    move(step) {
      if (at + step >= 0 && at + step < textOf(post).length) return stand({ post, at: at + step });
      for (let other = post + step; other >= 0 && other < bodies.length; other += step) {
        const { length } = textOf(other);
        if (length > 0) return stand({ post: other, at: step > 0 ? 0 : length - 1 });
      }
      return false;
    },
    extend(step) {
      if (at + step < 0 || at + step >= textOf(post).length) return false;
      at += step;
      return true;
    },
    moveTo(range) {
      for (const other of bodies.keys()) {
        const index = textOf(other).indexOf(range);
        if (index !== undefined) return stand({ post: other, at: index });
      }
      return false;
    },
    collapse() {
      anchor = at;
    },
  };
}
