import { fold } from './fold.ts';
import { type Lexicon, NONE } from './lexicon.ts';
import { wordsOf } from './term.ts';
import { createWordList, forEachTerm, readWords, type WordList } from './terms.ts';

/** How often terms are written in each of their forms. */
export type Forms = Map<number, Map<string, number>>;

/** A stretch worth showing between two words of a pair: one or two small words, no punctuation. */
const SMALL_GAP = /^(?:[ \n-][a-z']{1,5}){0,2}[ \n-]$/;
/** What keeps its capitals: "CTO", "ICs". */
const ACRONYM = /^[A-Z0-9]{2,}s?$/;

/** Reads the terms of a text and, for those that are wanted, how they are written. */
export function createFormReader(
  lexicon: Lexicon,
): (text: string, forms: Forms, visit?: (term: number) => void) => void {
  const list = createWordList();
  return (text, forms, visit) => {
    const folded = fold(text);
    // Capitals can be read as long as folding has moved nothing.
    const original = folded.length === text.length ? text : folded;
    readWords(folded, lexicon, false, list);
    forEachTerm(list, (term, first, last) => {
      visit?.(term);
      const counts = forms.get(term);
      const form = counts && formOf(folded, original, list, first, last);
      if (form) counts.set(form, (counts.get(form) ?? 0) + 1);
    });
  };
}

/** The commonest form of a term, the first of equally common ones; its stems if it has none. */
export function commonestForm(term: number, forms: Forms, lexicon: Lexicon): string {
  let best = '';
  const counts = forms.get(term);
  for (const [form, count] of counts ?? []) {
    if (count > (counts?.get(best) ?? 0)) best = form;
  }
  if (best) return best;
  return wordsOf(term)
    .flatMap((word) => lexicon.stems[word] ?? [])
    .join(' ');
}

/**
 * "head of engineering" as it stands where little lies between, else only the two words. A part
 * of what stands for several words has no form: "IC" is a way to write the pair alone.
 */
function formOf(
  folded: string,
  original: string,
  { starts, ends }: WordList,
  first: number,
  last: number,
): string | undefined {
  const surface = (place: number) => {
    const written = original.slice(starts.at(place), ends.at(place));
    return ACRONYM.test(written) ? written : written.toLowerCase().replaceAll('’', "'");
  };
  const start = (place: number) => (place < starts.length ? starts.at(place) : NONE);
  const isPart = (place: number) =>
    start(place) === start(place + 1) || (place > 0 && start(place) === start(place - 1));
  if (first !== last && start(first) === start(last)) return surface(first);
  if (isPart(first) || isPart(last)) return undefined;
  if (first === last) return surface(first);
  const gap = folded.slice(ends.at(first), starts.at(last));
  const between = SMALL_GAP.test(gap) ? gap.replaceAll('\n', ' ') : ' ';
  return `${surface(first)}${between}${surface(last)}`;
}
