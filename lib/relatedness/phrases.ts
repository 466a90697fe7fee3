import { NO_TERMS, VOCABULARY } from './vocabulary.ts';

/** A way of writing that begins with a known word. */
export interface Phrase {
  /** Sticky: matches where its first word begins, up to its end. */
  pattern: RegExp;
  /** The words it is read as; none when it says nothing. */
  readAs: readonly string[];
}

const FIRST_WORD = /^[a-z0-9+#]+/;

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

/** "'em" is no engineering manager, and the ":1" of a ratio "4:1:1" no meeting. */
function patternOf(form: string): RegExp {
  const body = form.replace(/[+.:/]/g, '\\$&').replace(/[ -]/g, '[ \\n-]');
  return new RegExp(`(?<![a-z0-9:.][':.])${body}(?:'?s)?(?![a-z0-9]|[:.]\\d)`, 'y');
}
