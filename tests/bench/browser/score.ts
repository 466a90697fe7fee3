import type { Truth } from '../text/edits.ts';
import type { CaseText } from './cases.ts';
import type { Described } from './contenders.ts';

/** How a search for passages ended, in numbers of passages. */
export interface Score {
  searched: number;
  /** Of those whose words are still there. */
  present: number;
  exactly: number;
  nearly: number;
  wrong: number;
  missed: number;
  /** Of those whose paragraph was deleted. */
  gone: number;
  falselyFound: number;
}

/** An answer that was not right, for whoever wants to know why. */
export interface Failure {
  kind: 'nearly' | 'wrong' | 'missed' | 'falselyFound';
  quote: Described['quote'];
  position: number;
  expected: string | undefined;
  found: string | undefined;
  /** What stands around the right place, or the place taken for it. */
  around: string;
}

/** Overlapping more than this much of both together is nearly right. */
const NEARLY = 0.5;

/** Compare what was found with what is true, passage by passage, in the order of the search. */
export function scoreOf(texts: readonly CaseText[], found: readonly (Range | undefined)[]) {
  const score: Score = {
    searched: 0,
    present: 0,
    exactly: 0,
    nearly: 0,
    wrong: 0,
    missed: 0,
    gone: 0,
    falselyFound: 0,
  };
  const failures: Failure[] = [];
  let at = 0;
  for (const { root, text, passages } of texts) {
    const offsetOf = createOffsets(root);
    for (const { described, truth } of passages) {
      if (at >= found.length) break;
      const range = found[at];
      at += 1;
      const span = range && {
        start: offsetOf(range.startContainer, range.startOffset),
        end: offsetOf(range.endContainer, range.endOffset),
      };
      const kind = judge(span, truth);
      score.searched += 1;
      score[truth ? 'present' : 'gone'] += 1;
      if (kind === 'rightlyLost') continue;
      score[kind] += 1;
      if (kind === 'exactly') continue;
      const { start, end } = (truth ?? span) as { start: number; end: number };
      failures.push({
        kind,
        quote: described.quote,
        position: described.position.start,
        expected: truth && text.slice(truth.start, truth.end),
        found: span && text.slice(span.start, span.end),
        around: text.slice(Math.max(start - 40, 0), end + 40),
      });
    }
  }
  return { score, failures };
}

function judge(span: { start: number; end: number } | undefined, truth: Truth | undefined) {
  if (!truth) return span ? 'falselyFound' : 'rightlyLost';
  if (!span) return 'missed';
  const { start, end, widest } = truth;
  const startsRight = widest.start <= span.start && span.start <= start;
  const endsRight = end <= span.end && span.end <= widest.end;
  if (startsRight && endsRight) return 'exactly';
  const shared = Math.min(end, span.end) - Math.max(start, span.start);
  const together = Math.max(end, span.end) - Math.min(start, span.start);
  return shared / together > NEARLY ? 'nearly' : 'wrong';
}

/** Offsets in the text below an element, from any place a range can name. */
function createOffsets(root: Element) {
  const starts = new Map<Node, number>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) {
    starts.set(walker.currentNode, length);
    length += (walker.currentNode as Text).length;
  }
  return (container: Node, offset: number): number => {
    const known = starts.get(container);
    if (known !== undefined) return known + offset;
    const before = document.createRange();
    before.setStart(root, 0);
    before.setEnd(container, offset);
    return before.toString().length;
  };
}
