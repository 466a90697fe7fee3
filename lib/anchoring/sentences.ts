import { fold } from './fold.ts';
import { type Span, trimSpan } from './span.ts';

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
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  return [0, ...breaks].flatMap((from, paragraph) => {
    const found: Span[] = [];
    let open = false;
    for (const { segment, index } of segmenter.segment(text.slice(from, breaks[paragraph]))) {
      const start = from + index;
      const span = trimSpan(text, { start, end: start + segment.length });
      if (!span) continue;
      const last = found.at(-1);
      if (last && (open || !WORD.test(segment))) last.end = span.end;
      else found.push(span);
      open = ABBREVIATED.test(segment);
    }
    return found;
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
