import { useMemo } from 'preact/hooks';
import { type Annotation, isPresent } from '../../lib/annotation/annotation.ts';
import { type Group, grouped, sorted } from '../../lib/search/arrange.ts';
import { type Facets, facetsOf } from '../../lib/search/facets.ts';
import { localDayOf, type NoteDocument } from '../../lib/search/note-document.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import type { Names, Query } from '../../lib/search/query.ts';
import { createSearch } from '../../lib/search/search.ts';
import type { NotesViewName, Route, View } from './route.ts';

/** One line of the list: an annotation, and what it is the first of. */
export interface Row {
  /** An annotation may stand in several groups. */
  key: string;
  document: NoteDocument;
  group: Group | undefined;
}

/** What a view holds, and what of it the query finds. */
export interface Results {
  query: Query;
  /** All that the view holds. */
  documents: readonly NoteDocument[];
  /** Those that are found, in order. */
  found: readonly NoteDocument[];
  rows: readonly Row[];
  facets: Facets;
}

const BELONGS: Record<View, (annotation: Annotation) => boolean> = {
  notes: isPresent,
  actions: (annotation) => isPresent(annotation) && annotation.action !== undefined,
  map: () => false,
  bin: (annotation) => !isPresent(annotation),
};

/** The notes of a view, searched and arranged. Each step is done again only when it must be. */
export function useResults(
  all: readonly NoteDocument[] | undefined,
  { view, query: text, sort, group }: Route,
  names: Names,
): Results | undefined {
  const documents = useMemo(
    () => all?.filter(({ annotation }) => BELONGS[view](annotation)),
    [all, view],
  );
  const search = useMemo(
    () => documents && createSearch(sorted(documents, sort)),
    [documents, sort],
  );
  const facets = useMemo(() => documents && facetsOf(documents), [documents]);
  const query = useMemo(() => parseQuery(text, names), [text, names]);
  const found = useMemo(() => search?.find(query), [search, query]);
  const rows = useMemo(
    () => found && rowsOf(grouped(found, group, localDayOf(new Date().toISOString()))),
    [found, group],
  );
  return documents && facets && found && rows && { query, documents, found, rows, facets };
}

function rowsOf(groups: readonly Group[]): Row[] {
  return groups.flatMap((group) =>
    group.documents.map((document, index) => ({
      key: `${group.key} ${document.annotation.id}`,
      document,
      group: index === 0 ? group : undefined,
    })),
  );
}

/** How many notes each list holds. */
export function countViews(
  all: readonly NoteDocument[] | undefined,
): Record<NotesViewName, number> {
  const counts = { notes: 0, actions: 0, bin: 0 };
  for (const { annotation } of all ?? []) {
    for (const view of Object.keys(counts) as NotesViewName[]) {
      const isCounted = view !== 'actions' || annotation.action?.done === undefined;
      if (isCounted && BELONGS[view](annotation)) counts[view]++;
    }
  }
  return counts;
}
