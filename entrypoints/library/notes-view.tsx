import { useRef, useState } from 'preact/hooks';
import { BulkBar } from '../../components/bulk-bar.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FilterBar } from '../../components/filter-bar.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { UndoBar } from '../../components/undo-bar.tsx';
import { useDockRoom } from '../../components/use-dock-room.ts';
import { VirtualList } from '../../components/virtual-list.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { say, sayCount } from '../../lib/language/say.ts';
import { arrangementsOf } from './arrangements.ts';
import { Exchange } from './exchange.tsx';
import { filtersOf } from './filters.tsx';
import { NoteRow } from './note-row.tsx';
import { NothingListed } from './nothing-listed.tsx';
import { type NotesViewName, VIEWS } from './route.ts';
import { rowKeys } from './row-keys.ts';
import { sentenceOf } from './sentences.ts';
import { TagNames } from './tag-names.tsx';
import { useMarks } from './use-marks.ts';
import { type NoteListOptions, useNoteList } from './use-note-list.ts';
import type { Row } from './use-results.ts';
import { useSettled } from './use-settled.ts';

const keyOf = ({ key }: Row) => key;

export interface NotesViewProps extends NoteListOptions {
  view: NotesViewName;
}

/** A list of notes that can be searched and worked on: all of them, the actions, or the bin. */
export function NotesView(props: NotesViewProps) {
  const { services, documents, view, route, go } = props;
  const { query, group } = route;
  const list = useNoteList(props);
  const { results, rows, isReady, selection, changes, handlers, bulk, colourName } = list;
  const field = useRef<HTMLInputElement>(null);
  const cards = useRef<HTMLDivElement>(null);
  const dock = useRef<HTMLDivElement>(null);
  const [isNamingTags, setNamingTags] = useState(false);
  useMarks(cards, results?.query);
  useDockRoom(dock);
  const hints = useSettled(results?.query.hints);
  const status = useSettled(list.status);
  const isBin = view === 'bin';
  const total = results?.documents.length ?? 0;

  return (
    <>
      <Exchange
        services={services}
        documents={documents}
        changes={changes}
        route={route}
        go={go}
        chosen={selection.chosen}
        found={results?.found ?? []}
      />
      <SearchField
        field={field}
        query={query}
        onQuery={(typed) => go({ query: typed, selected: [] }, 'replace')}
        hints={hints?.map(sentenceOf) ?? []}
      />
      <FilterBar
        filters={
          results
            ? filtersOf({
                query,
                facets: results.facets,
                colourName,
                onQuery: (to) => go({ query: to, selected: [] }, 'push'),
                isOneKind: view === 'actions',
                onManageTags: () => setNamingTags(true),
              })
            : []
        }
        arrangements={arrangementsOf(route, go)}
        status={status ?? list.status}
      >
        {isBin && total > 0 && (
          <button
            type="button"
            class="button"
            onClick={() =>
              bulk.purge(results?.documents.map(({ annotation }) => annotation.id) ?? [])
            }
          >
            {say('binEmpty')}
          </button>
        )}
      </FilterBar>
      {documents.damaged > 0 && <p class="soft">{sayCount('rowsDamaged', documents.damaged)}</p>}
      <div ref={cards}>
        {isReady && rows.length > 0 ? (
          <VirtualList
            items={rows}
            keyOf={keyOf}
            label={say(VIEWS[view].label)}
            onKey={rowKeys({ rows, selection, bulk, handlers, isBin })}
            renderItem={(row, index) => (
              <NoteRow row={row} index={index} grouping={group} query={results?.query} {...list} />
            )}
          />
        ) : (
          <NothingListed
            view={view}
            isLoading={!isReady}
            error={documents.error}
            isSearch={total > 0}
            onClear={() => {
              field.current?.focus();
              go({ query: '' }, 'push');
            }}
          />
        )}
      </div>
      <div class="library-dock" ref={dock} tabIndex={-1}>
        <WorkProgress {...changes.work} />
        <UndoBar
          {...changes.undo}
          onUndo={() => {
            // The button goes with what it undoes: the focus must not.
            dock.current?.focus();
            changes.undo.onUndo();
          }}
        />
        <BulkBar {...bulk.bar} />
      </div>
      {bulk.confirm && <ConfirmDialog {...bulk.confirm} />}
      {isNamingTags && (
        <TagNames
          documents={documents.all ?? []}
          services={services}
          changes={changes}
          onClose={() => setNamingTags(false)}
        />
      )}
    </>
  );
}
