import { describe } from '../anchoring/describe.ts';
import type { DomText } from '../anchoring/dom-text.ts';
import type { Span } from '../anchoring/span.ts';
import type { Target } from '../annotation/target.ts';

/** Longer than any paragraph that someone wrote; some posts have no paragraphs at all. UTF-16 units. */
const LONGEST_PARAGRAPH = 4000;

/** A stretch of a post as a target: how to find it again, and how it reads, alone and in context. */
export function targetOfSpan(source: string, dom: DomText, span: Span): Target {
  const paragraph = dom.paragraphOf(span);
  return {
    source,
    selector: describe(dom.text, span),
    passage: dom.passageOf(span),
    ...(paragraph.length <= LONGEST_PARAGRAPH && { paragraph }),
  };
}
