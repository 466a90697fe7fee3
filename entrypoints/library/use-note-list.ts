import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AnnotationHandlers } from '../../components/annotation-handlers.ts';
import type { ColourNames } from '../../components/colour-name.ts';
import { say, sayCount } from '../../lib/language/say.ts';
import type { Services } from '../pages/services.ts';
import { useGroupView } from '../pages/use-group-view.ts';
import { useNoteRenderer } from '../pages/use-note-renderer.tsx';
import type { LibraryServices } from './library-services.ts';
import { createNoteHandlers } from './note-handlers.ts';
import { createPassageAddress, type PassageAddress } from './passage-address.ts';
import type { Route } from './route.ts';
import { type ColourName, colourNameBy, namesFor } from './sentences.ts';
import { type Bulk, useBulk } from './use-bulk.ts';
import { type Changes, useChanges } from './use-changes.ts';
import type { Documents } from './use-documents.ts';
import { type Results, type Row, useResults } from './use-results.ts';
import type { Go } from './use-route.ts';
import { type Selection, useSelection } from './use-selection.ts';

export interface NoteListOptions {
  services: LibraryServices;
  documents: Documents;
  route: Route;
  go: Go;
}

/** The notes of a view, and all that can be done with them. */
export interface NoteList {
  /** Undefined while nothing has been read. */
  results: Results | undefined;
  rows: readonly Row[];
  /** Whether the rows are what the route asks for, and not only what has been read so far. */
  isReady: boolean;
  /** What was found, as a sentence; undefined while it is being looked for. */
  status: string | undefined;
  selection: Selection;
  changes: Changes;
  handlers: AnnotationHandlers;
  bulk: Bulk;
  colourName: ColourName;
  addressOf: PassageAddress;
  renderNote: ((markdown: string) => ComponentChildren) | undefined;
}

const NONE: readonly never[] = [];

export function useNoteList({ services, documents, route, go }: NoteListOptions): NoteList {
  const given = useColourNames(services);
  const names = useMemo(() => namesFor(given), [given]);
  const colourName = useMemo(() => colourNameBy(given), [given]);

  const results = useResults(documents.all, route, names);
  const { found = NONE, rows = NONE, facets } = results ?? {};
  const knownTags = useMemo(() => facets?.tags.map(({ value }) => value) ?? [], [facets]);
  const selection = useSelection(route.selected, go, found, rows);
  const changes = useChanges(services);
  const bulk = useBulk({
    services,
    changes,
    selection,
    isBin: route.view === 'bin',
    total: found.length,
    posts: documents.posts,
    knownTags,
    colourName,
    onExport: () => go({ exporting: '1' }, 'replace'),
  });
  const annotations = useMemo(() => rows.map(({ document }) => document.annotation), [rows]);
  const addressOf = useMemo(() => createPassageAddress(documents.posts), [documents.posts]);
  const sharing = useGroupView(documents.isWhole, undefined, services);
  const total = sayCount('notes', results?.documents.length ?? 0);
  const isSearch = route.query.trim() !== '';
  return {
    results,
    rows,
    isReady: documents.isWhole || (isPlain(route) && rows.length > 0),
    status: !documents.isWhole
      ? undefined
      : isSearch
        ? say('searchFound', found.length, total)
        : total,
    selection,
    changes,
    handlers: { ...createNoteHandlers(services, changes, knownTags), sharing },
    bulk,
    colourName,
    addressOf,
    renderNote: useNoteRenderer(annotations),
  };
}

/** What the reader calls the colours; nothing of their own until it has been read. */
function useColourNames({ settings }: Services): ColourNames {
  const [names, setNames] = useState<ColourNames>({});
  useEffect(() => {
    settings.read().then(
      ({ colourNames }) => setNames(colourNames),
      (error: unknown) => console.warn('Waymark: colours go by their own names', error),
    );
  }, [settings]);
  return names;
}

/** Whether the newest notes, which are read first, are the first of what the route asks for. */
function isPlain({ view, query, sort, group }: Route): boolean {
  return view === 'notes' && query.trim() === '' && sort === 'newest' && group === 'none';
}
