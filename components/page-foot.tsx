import './page-foot.css';
import { useId, useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import type { ExportMenuProps } from './export-menu.tsx';
import { ExportStatusLine } from './export-status.tsx';
import { CopyIcon, DrawnIcon } from './icons.tsx';
import { EXPORT, LIBRARY, PANEL } from './page-drawings.ts';
import { usePart } from './use-part.ts';

const loadMenu = () => import('./export-menu.tsx');

export interface PageFootProps {
  exporting: ExportMenuProps;
  onLibrary: () => void;
  /** Absent in the side panel itself. */
  onSidePanel?: (() => void) | undefined;
}

/** The ways out: what can be taken away, and where there is more. */
export function PageFoot({ exporting, onLibrary, onSidePanel }: PageFootProps) {
  const [isOpen, setIsOpen] = useState(false);
  const menu = usePart(isOpen, loadMenu);
  const id = useId();
  const { canExportPost, canExportAll = true, onCopy, status } = exporting;
  return (
    <footer class="page-foot">
      {menu && (
        <div id={id}>
          <menu.ExportMenu {...exporting} />
        </div>
      )}
      {!menu && <ExportStatusLine status={status} />}
      <div class="page-foot-buttons">
        {!menu && (
          <button
            type="button"
            class="button quiet"
            disabled={!canExportPost && !canExportAll}
            title={say('exportCopyMarkdown')}
            onClick={() => onCopy(canExportPost ? 'post' : 'all')}
          >
            <CopyIcon /> {say('exportCopyMarkdown')}
          </button>
        )}
        <button
          type="button"
          class="button quiet"
          aria-expanded={isOpen}
          aria-controls={menu ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
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
