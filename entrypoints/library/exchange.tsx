import { useMemo, useState } from 'preact/hooks';
import { ImportDialog } from '../../components/import-dialog.tsx';
import { usePart } from '../../components/use-part.ts';
import { say } from '../../lib/language/say.ts';
import type { NoteDocument } from '../../lib/search/note-document.ts';
import type { LibraryServices } from './library-services.ts';
import type { Route } from './route.ts';
import type { Changes } from './use-changes.ts';
import type { Documents } from './use-documents.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useImport } from './use-import.ts';
import type { Go } from './use-route.ts';

export interface ExchangeProps {
  services: LibraryServices;
  documents: Documents;
  changes: Changes;
  route: Route;
  go: Go;
  chosen: readonly NoteDocument[];
  found: readonly NoteDocument[];
}

const loadExport = () => import('./export-view.tsx');

/** The two buttons that bring notes in and take them away, and what they open. */
export function Exchange(props: ExchangeProps) {
  const { services, documents, changes, route, go, chosen, found } = props;
  const { all = [], posts, isWhole } = documents;
  const [isImporting, setImporting] = useState(false);
  const importing = useImport({ services, changes, posts, onClose: () => setImporting(false) });
  const isOver = useFileDrop((file) => {
    setImporting(true);
    importing.read(file);
  });
  const isExporting = route.exporting !== undefined && isWhole;
  const view = usePart(isExporting, loadExport);
  const isSearch = route.query.trim() !== '';
  const sources = useMemo(
    () => ({
      all: all.map(({ annotation }) => annotation),
      selected: chosen.map(({ annotation }) => annotation),
      found: isSearch ? found.map(({ annotation }) => annotation) : undefined,
      posts,
    }),
    [all, chosen, found, posts, isSearch],
  );
  return (
    <>
      <p class="exchange">
        <button type="button" class="button quiet" onClick={() => setImporting(true)}>
          {say('importButton')}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => go({ exporting: '1' }, 'replace')}
        >
          {say('exportMore')}
        </button>
      </p>
      {isOver && <p class="drop-target">{say('importDropHere')}</p>}
      {isImporting && <ImportDialog {...importing.dialog} />}
      {view && isExporting && (
        <view.ExportView
          services={services}
          sources={sources}
          post={route.exporting === '1' ? undefined : route.exporting}
          onClose={() => go({ exporting: undefined }, 'replace')}
        />
      )}
    </>
  );
}
