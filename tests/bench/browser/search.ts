import MiniSearch from 'minisearch';
import { type Annotation, noteOf, tagsOf } from '../../../lib/annotation/annotation.ts';
import { type NoteDocument, toNoteDocument } from '../../../lib/search/note-document.ts';
import { parseQuery } from '../../../lib/search/parse-query.ts';
import { createSearch } from '../../../lib/search/search.ts';
import { makeNotes } from '../text/notes.ts';

/** Who answers. */
export const CONTENDERS = ['waymark', 'waymark, every key anew', 'minisearch'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** How one contender did. All times are milliseconds of the clock. */
export interface SearchRun {
  contender: Contender;
  /** Until the first key can be answered: folding, or building the index. */
  prepared: number;
  /** For each first key of a query. */
  first: number[];
  /** For each key after it. */
  later: number[];
  /** How many were found in all, so that nothing is left out as unused. */
  found: number;
}

/** What the search part asks of its page. */
export interface SearchPage {
  run(count: number, seed: number, queries: readonly string[]): SearchRun[];
  /** Words to be looked for: of the notes themselves, common and rare. */
  words(count: number, seed: number): string[];
}

type Answer = (query: string) => number;

const page: SearchPage = {
  words(count, seed) {
    const notes = makeNotes(count, seed);
    const words = notes.flatMap(({ target }) => target.passage.split(/[^a-z]+/i)[4] ?? []);
    return Array.from(new Set(words.filter(({ length }) => length > 3)));
  },
  run(count, seed, queries) {
    const notes = makeNotes(count, seed);
    const ways: Record<Contender, () => Answer> = {
      waymark() {
        const search = createSearch(foldedOf(notes));
        return (query) => search.find(parseQuery(query)).length;
      },
      'waymark, every key anew'() {
        const documents = foldedOf(notes);
        return (query) => createSearch(documents).find(parseQuery(query)).length;
      },
      minisearch() {
        const index = new MiniSearch({ fields: ['passage', 'note', 'tags'] });
        index.addAll(
          notes.map((note) => ({
            id: note.id,
            passage: note.target.passage,
            note: noteOf(note),
            tags: tagsOf(note).join(' '),
          })),
        );
        return (query) => index.search(query, { prefix: true, combineWith: 'AND' }).length;
      },
    };
    return CONTENDERS.map((contender) => measure(contender, ways[contender], queries));
  },
};

/** The notes as they are searched, each with its text folded beforehand. */
function foldedOf(notes: readonly Annotation[]): NoteDocument[] {
  return notes.map((note) => {
    const document = toNoteDocument(note);
    return { ...document, text: document.text };
  });
}

function measure(
  contender: Contender,
  prepare: () => Answer,
  queries: readonly string[],
): SearchRun {
  const began = performance.now();
  const answer = prepare();
  const run: SearchRun = {
    contender,
    prepared: performance.now() - began,
    first: [],
    later: [],
    found: 0,
  };
  for (const query of queries) {
    answer('');
    for (let length = 1; length <= query.length; length += 1) {
      const asked = performance.now();
      run.found += answer(query.slice(0, length));
      const took = performance.now() - asked;
      (length === 1 ? run.first : run.later).push(took);
    }
  }
  return run;
}

Object.assign(globalThis, { page });
