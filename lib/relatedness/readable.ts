import type { Post } from '../blog/post.ts';
import { fold, forEachTerm, readWords, type Word } from './terms.ts';

/** How often a post writes a term in each of its forms. */
type Forms = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A stretch worth showing between two words of a pair: one or two small words, no punctuation. */
const SMALL_GAP = /^(?:[ \n-][a-z']{1,5}){0,2}[ \n-]$/;

/**
 * A function that gives terms back as words: of all the forms in which the given posts write a
 * term, the commonest, and of equally common ones the first. Posts are read again only when one
 * of their terms is to be shown, and once.
 */
export function createReadable(
  stem: (word: string) => string,
): (term: string, posts: readonly Post[]) => string {
  const forms = new WeakMap<Post, Forms>();
  const formsOf = (post: Post): Forms => {
    const known = forms.get(post) ?? readForms(post, stem);
    forms.set(post, known);
    return known;
  };
  return (term, posts) => {
    const counts = new Map<string, number>();
    for (const post of posts) {
      for (const [form, count] of formsOf(post).get(term) ?? []) {
        counts.set(form, (counts.get(form) ?? 0) + count);
      }
    }
    let best = term;
    for (const [form, count] of counts) {
      if (count > (counts.get(best) ?? 0)) best = form;
    }
    return best;
  };
}

function readForms({ title, text }: Post, stem: (word: string) => string): Forms {
  const forms = new Map<string, Map<string, number>>();
  for (const folded of [fold(text), fold(title)]) {
    forEachTerm(readWords(folded, stem), (term, first, last) => {
      const form = formOf(folded, first, last);
      const counts = forms.get(term) ?? new Map<string, number>();
      counts.set(form, (counts.get(form) ?? 0) + 1);
      forms.set(term, counts);
    });
  }
  return forms;
}

/** "head of engineering" as it stands where little lies between, else only the two words. */
function formOf(folded: string, first: Word, last: Word): string {
  if (first === last) return first.surface;
  const gap = folded.slice(first.end, last.start);
  const between = SMALL_GAP.test(gap) ? gap.replaceAll('\n', ' ') : ' ';
  return `${first.surface}${between}${last.surface}`;
}
