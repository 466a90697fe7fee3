import './page-foot.css';
import { say } from '../lib/language/say.ts';
import { type ExportStatus, ExportStatusLine } from './export-status.tsx';
import { CopyIcon, DrawnIcon } from './icons.tsx';
import { EXPORT, LIBRARY, PANEL } from './page-drawings.ts';

export interface PageFootProps {
  /** Of the post's notes, or of all where no post is shown. */
  exporting: {
    /** To the clipboard, as Markdown. */
    onCopy: () => void;
    /** False for a post without notes. */
    canCopy: boolean;
    /** Where there is room for files, formats and templates. */
    onExport: () => void;
    status?: ExportStatus | undefined;
  };
  onLibrary: () => void;
  /** Absent in the side panel itself. */
  onSidePanel?: (() => void) | undefined;
}

/** The ways out: what can be taken away, and where there is more. */
export function PageFoot({ exporting, onLibrary, onSidePanel }: PageFootProps) {
  const { onCopy, canCopy, onExport, status } = exporting;
  return (
    <footer class="page-foot">
      <ExportStatusLine status={status} />
      <div class="page-foot-buttons">
        <button
          type="button"
          class="button quiet"
          disabled={!canCopy}
          title={say('exportCopyMarkdown')}
          onClick={onCopy}
        >
          <CopyIcon /> {say('exportCopyMarkdown')}
        </button>
        <button type="button" class="button quiet" onClick={onExport}>
          <DrawnIcon d={EXPORT} /> {say('exportMore')}
        </button>
        <span class="page-foot-pages">
          {onSidePanel && (
            <button
              type="button"
              class="icon-button"
              aria-label={say('openSidePanel')}
              title={say('openSidePanel')}
              onClick={onSidePanel}
            >
              <DrawnIcon d={PANEL} size={20} />
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={say('openLibrary')}
            title={say('openLibrary')}
            onClick={onLibrary}
          >
            <DrawnIcon d={LIBRARY} size={20} />
          </button>
        </span>
      </div>
    </footer>
  );
}
