import { fold } from './fold.ts';
import { type Span, trimSpan } from './span.ts';

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** A segment that ends so has not ended: abbreviations before a name, and a name's initial. */
const ABBREVIATED = /(?:^|[\s("'])(?:Mr|Mrs|Ms|Dr|Prof|St|vs|cf|e\.g|i\.e|[A-HJ-Z])\.\s*$/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The sentences of a folded text in reading order, without the spaces between them: as Unicode's
 * text segmentation (UAX #29) has them, but for the commonest abbreviations, and with marks that
 * stand alone joined to the sentence before.
 *
 * No sentence goes on past one of the `breaks`: the offsets at which paragraphs begin.
 */
export function sentencesOf(text: string, breaks: readonly number[] = []): Span[] {
  const starts = [0, ...breaks];
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? text.length;
    return sentencesWithin(text.slice(start, end)).map((span) => ({
      start: start + span.start,
      end: start + span.end,
    }));
  });
}

/**
 * Where the paragraphs after the first begin in a folded text, told from the same text as the
 * author set it, with blank lines between paragraphs (see `toPassage`). Should the two differ, no
 * break is better than a wrong one.
 */
export function paragraphBreaksOf(text: string, passage: string): number[] {
  const breaks: number[] = [];
  let start = 0;
  for (const paragraph of passage.split('\n\n')) {
    const folded = fold(paragraph).text;
    if (!text.startsWith(folded, start)) return [];
    if (start > 0) breaks.push(start);
    start += folded.length + 1;
  }
  return breaks;
}

function sentencesWithin(paragraph: string): Span[] {
  const found: Span[] = [];
  let open = false;
  for (const { segment, index } of SEGMENTER.segment(paragraph)) {
    const span = trimSpan(paragraph, { start: index, end: index + segment.length });
    if (!span) continue;
    const last = found.at(-1);
    if (last && (open || !WORD.test(segment))) last.end = span.end;
    else found.push(span);
    open = ABBREVIATED.test(segment);
  }
  return found;
}
