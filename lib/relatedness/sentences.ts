/** A mark that ends a sentence: behind it, closing marks aside, stands a capital or a figure. */
const SENTENCE =
  /\S(?:[^.!?\n]|[.!?](?!["'”’)\]]*\s+["'“‘([]?[\p{Lu}\d])|\n(?!\s*\n))*[.!?]*["'”’)\]]*/gu;

/** The sentences of a text, each exactly as it stands there, without white space around it. */
export function sentencesOf(text: string): string[] {
  return Array.from(text.matchAll(SENTENCE), ([sentence]) => sentence.trimEnd());
}
