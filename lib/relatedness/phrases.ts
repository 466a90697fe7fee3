import { NO_TERMS, VOCABULARY } from './vocabulary.ts';

/** A way of writing that begins with a known word. */
export interface Phrase {
  /** Sticky: matches where its first word begins, up to its end. */
  pattern: RegExp;
  /** The words it is read as; none when it says nothing. */
  readAs: readonly string[];
}

const FIRST_WORD = /^[a-z0-9+#]+/;

/** Short for another word when an apostrophe stands before it: "give 'em hope". */
const ELISIONS: ReadonlySet<string> = new Set(['em']);

/** The phrases of the vocabulary by their first word, the longest first. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = phrasesByFirstWord();

function phrasesByFirstWord(): Map<string, Phrase[]> {
  const rows: [form: string, readAs: string[]][] = NO_TERMS.map((form) => [form, []]);
  for (const [readAs, ...forms] of VOCABULARY) {
    for (const form of forms) rows.push([form, readAs.split(' ')]);
  }
  rows.sort(([a], [b]) => b.length - a.length);

  const phrases = new Map<string, Phrase[]>();
  for (const [form, readAs] of rows) {
    const [first = form] = FIRST_WORD.exec(form) ?? [];
    const phrase = { pattern: patternOf(form), readAs };
    // A form of one word is met in its plural, too, which is then the first word.
    for (const start of first === form ? [first, `${first}s`] : [first]) {
      phrases.set(start, [...(phrases.get(start) ?? []), phrase]);
    }
  }
  return phrases;
}

/** What is part of a number or of a longer word is none: "11:15", "1.1:1", "prs1". */
function patternOf(form: string): RegExp {
  const body = form.replace(/[+.:/]/g, '\\$&').replace(/[ -]/g, '[ \\n-]');
  const before = ELISIONS.has(form) ? "(?<!')" : '(?<![a-z0-9][:.])';
  return new RegExp(`${before}${body}(?:'?s)?(?![a-z0-9]|[:.]\\d)`, 'y');
}
