/** Words of a document, prepared as they are to be compared. */
export type Terms = readonly string[];

/** The best words of a document to ask for the like of it, and how a corpus answers. */
export interface Bm25 {
  /** The document's words by frequency times inverse document frequency, the greatest first. */
  bestTerms(document: number, most: number): string[];
  /** Every document's score for the words asked for. */
  scores(terms: Terms): Float64Array;
}

const K1 = 1.2;
const B = 0.75;

/** Okapi BM25 with its usual constants (Robertson and Zaragoza, 2009). */
export function createBm25(documents: readonly Terms[]): Bm25 {
  const frequencies = documents.map((terms) => {
    const counts = new Map<string, number>();
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  });
  const postings = new Map<string, [document: number, frequency: number][]>();
  frequencies.forEach((counts, document) => {
    for (const [term, frequency] of counts) {
      const list = postings.get(term) ?? [];
      list.push([document, frequency]);
      postings.set(term, list);
    }
  });
  const meanLength = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const idfOf = (term: string) => {
    const df = postings.get(term)?.length ?? 0;
    return Math.log(1 + (documents.length - df + 0.5) / (df + 0.5));
  };
  return {
    bestTerms: (document, most) =>
      Array.from(
        frequencies[document] ?? [],
        ([term, count]) => [term, count * idfOf(term)] as const,
      )
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, most)
        .map(([term]) => term),
    scores(terms) {
      const scores = new Float64Array(documents.length);
      for (const term of terms) {
        const idf = idfOf(term);
        for (const [document, frequency] of postings.get(term) ?? []) {
          const length = (documents[document]?.length ?? 0) / meanLength;
          const saturated = (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length));
          scores[document] = (scores[document] ?? 0) + idf * saturated;
        }
      }
      return scores;
    },
  };
}
