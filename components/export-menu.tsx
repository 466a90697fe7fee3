import './export-menu.css';
import { useId, useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import { type ExportStatus, ExportStatusLine } from './export-status.tsx';
import { CopyIcon, DownloadIcon } from './icons.tsx';

/** What to take away: the notes of the post being read, or those of every post. */
export type ExportScope = 'post' | 'all';

export interface ExportMenuProps {
  onCopy: (scope: ExportScope) => void;
  onDownload: (scope: ExportScope) => void;
  /** False where no post is shown, or where it has no notes. */
  canExportPost: boolean;
  /** False while there are no notes at all. */
  canExportAll?: boolean | undefined;
  status?: ExportStatus | undefined;
}

/** Notes as Markdown, to the clipboard or to a file. */
export function ExportMenu(props: ExportMenuProps) {
  const { onCopy, onDownload, canExportPost, canExportAll = true, status } = props;
  const [chosen, setChosen] = useState<ExportScope>('post');
  const headingId = useId();
  const scope = canExportPost ? chosen : 'all';
  const canExport = scope === 'post' || canExportAll;
  return (
    <section class="export-menu" aria-labelledby={headingId}>
      <div class="export-head">
        <h2 id={headingId}>{say('exportHeading')}</h2>
        <ExportStatusLine status={status} />
      </div>
      <fieldset class="export-scopes">
        <legend class="visually-hidden">{say('exportScope')}</legend>
        <label>
          <input
            type="radio"
            name={headingId}
            checked={scope === 'post'}
            disabled={!canExportPost}
            onChange={() => setChosen('post')}
          />
          <span>{say('exportPost')}</span>
        </label>
        <label>
          <input
            type="radio"
            name={headingId}
            checked={scope === 'all'}
            disabled={!canExportAll}
            onChange={() => setChosen('all')}
          />
          <span>{say('exportAll')}</span>
        </label>
      </fieldset>
      <div class="export-actions">
        <button type="button" class="button" disabled={!canExport} onClick={() => onCopy(scope)}>
          <CopyIcon /> {say('exportCopy')}
        </button>
        <button
          type="button"
          class="button"
          disabled={!canExport}
          onClick={() => onDownload(scope)}
        >
          <DownloadIcon /> {say('exportDownload')}
        </button>
      </div>
    </section>
  );
}
