import { useMemo, useRef, useState } from 'preact/hooks';
import { BulkBar } from '../../components/bulk-bar.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { UndoBar } from '../../components/undo-bar.tsx';
import { VirtualList } from '../../components/virtual-list.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { say, sayCount } from '../../lib/language/say.ts';
import type { NoteDocument } from '../../lib/search/note-document.ts';
import type { Services } from '../pages/services.ts';
import { useNoteRenderer } from '../pages/use-note-renderer.tsx';
import { useQuery } from '../pages/use-query.ts';
import { arrangementsOf } from './arrangements.ts';
import { filtersOf } from './filters.tsx';
import { createNoteHandlers } from './note-handlers.ts';
import { NoteRow } from './note-row.tsx';
import { NothingListed } from './nothing-listed.tsx';
import { type Route, VIEWS } from './route.ts';
import { rowKeys } from './row-keys.ts';
import { colourNameBy, namesFor, sentenceOf } from './sentences.ts';
import { TagManager } from './tag-manager.tsx';
import { useBulk } from './use-bulk.ts';
import { useChanges } from './use-changes.ts';
import type { Documents } from './use-documents.ts';
import { useMarks } from './use-marks.ts';
import { type Row, useResults } from './use-results.ts';
import type { Go } from './use-route.ts';
import { useSelection } from './use-selection.ts';
import { useSettled } from './use-settled.ts';

export interface NotesViewProps {
  services: Services;
  documents: Documents;
  route: Route;
  go: Go;
}

const NONE: readonly never[] = [];
const keyOf = ({ key }: Row) => key;

/** A list of notes that can be searched and worked on: all of them, the actions, or the bin. */
export function NotesView({ services, documents, route, go }: NotesViewProps) {
  const { view, query, group } = route;
  const { value: settings } = useQuery(() => services.settings.read(), []);
  const given = settings?.colourNames;
  const names = useMemo(() => namesFor(given ?? {}), [given]);
  const colourName = useMemo(() => colourNameBy(given ?? {}), [given]);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isManagingTags, setManagingTags] = useState(false);

  const results = useResults(documents.all, route, names);
  const { found = NONE, rows = NONE, facets } = results ?? {};
  const knownTags = useMemo(() => facets?.tags.map(({ value }) => value) ?? [], [facets]);
  const selection = useSelection(route.selected, go, found, rows);
  const changes = useChanges(services);
  const handlers = createNoteHandlers(services, changes, knownTags);
  const bulk = useBulk({
    services,
    changes,
    selection,
    isBin: view === 'bin',
    total: found.length,
    posts: documents.posts,
    knownTags,
    colourName,
  });
  const renderNote = useNoteRenderer(useMemo(() => rows.map(annotationOf), [rows]));
  useMarks(list, results?.query);

  const total = results?.documents.length ?? 0;
  // The newest are shown at once; of anything else it is not known yet what belongs to it.
  const isReady = documents.isWhole || (view === 'notes' && isPlain(route) && rows.length > 0);
  const status = !documents.isWhole
    ? undefined
    : query.trim() === ''
      ? sayCount('notes', total)
      : say('searchFound', found.length, sayCount('notes', total));

  return (
    <>
      <SearchField
        field={field}
        query={query}
        onQuery={(typed) => go({ query: typed, selected: [] }, 'replace')}
        hints={useSettled(results?.query.hints)?.map(sentenceOf) ?? []}
        status={useSettled(status) ?? status}
      />
      <FilterBar
        filters={
          facets
            ? filtersOf({
                query,
                facets,
                colourName,
                onQuery: (to) => go({ query: to, selected: [] }, 'push'),
                onManageTags: () => setManagingTags(true),
              })
            : []
        }
        arrangements={arrangementsOf(route, go)}
      />
      {view === 'bin' && total > 0 && (
        <p class="bin-head">
          <button
            type="button"
            class="button"
            onClick={() => bulk.purge(results?.documents.map(idOf) ?? [])}
          >
            {say('binEmpty')}
          </button>
        </p>
      )}
      <div ref={list}>
        {isReady && rows.length > 0 ? (
          <VirtualList
            items={rows}
            keyOf={keyOf}
            label={say(VIEWS[view].label)}
            onKey={rowKeys({ rows, selection, bulk, handlers, isBin: view === 'bin' })}
            renderItem={(row, index) => (
              <NoteRow
                row={row}
                index={index}
                grouping={group}
                selection={selection}
                handlers={handlers}
                bulk={bulk}
                renderNote={renderNote}
              />
            )}
          />
        ) : (
          <NothingListed
            view={view}
            isLoading={!isReady && !documents.error}
            hasFailed={documents.error !== undefined}
            isSearch={total > 0}
            onClear={() => {
              field.current?.focus();
              go({ query: '' }, 'push');
            }}
          />
        )}
      </div>
      <BulkBar {...bulk.bar} />
      <UndoBar {...changes.undo} />
      <WorkProgress {...changes.work} />
      {bulk.confirm && <ConfirmDialog {...bulk.confirm} />}
      {isManagingTags && (
        <TagManager
          documents={documents.all ?? NONE}
          services={services}
          changes={changes}
          onClose={() => setManagingTags(false)}
        />
      )}
    </>
  );
}

const annotationOf = ({ document }: Row) => document.annotation;
const idOf = ({ annotation }: NoteDocument) => annotation.id;

/** Whether the newest notes are the first of what the route asks for. */
function isPlain({ query, sort, group }: Route): boolean {
  return query.trim() === '' && sort === 'newest' && group === 'none';
}
