import { toTest } from './match.ts';
import type { NoteDocument } from './note-document.ts';
import type { Clause, Query } from './query.ts';

/** Looks through the same documents again and again, as a query is being typed. */
export interface Search {
  /** Those the query finds, in the order the documents have. */
  find(query: Query): readonly NoteDocument[];
}

/**
 * A search of these documents. There is no index: folded text is scanned, and while a query only
 * becomes narrower, as it does while a word is typed, only what was found before is.
 */
export function createSearch(documents: readonly NoteDocument[]): Search {
  let last: { query: Query; found: readonly NoteDocument[] } = {
    query: { clauses: [], hints: [] },
    found: documents,
  };
  return {
    find(query) {
      const among = isNarrower(query, last.query) ? last.found : documents;
      const found = query.clauses.length === 0 ? documents : among.filter(toTest(query));
      last = { query, found };
      return found;
    },
  };
}

/** Whether all that the query finds is found by the other one too, as far as that is plain to see. */
export function isNarrower({ clauses }: Query, { clauses: wider }: Query): boolean {
  return wider.every((old) => clauses.some((clause) => implies(clause, old)));
}

function implies(clause: Clause, old: Clause): boolean {
  if (clause.by === 'text' && old.by === 'text' && !clause.isNegated && !old.isNegated) {
    return clause.text.includes(old.text);
  }
  return JSON.stringify(clause) === JSON.stringify(old);
}
