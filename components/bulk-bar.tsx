import './bulk-bar.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say, sayCount } from '../lib/language/say.ts';
import { BulkEdit, type BulkEditProps } from './bulk-edit.tsx';
import { type ExportStatus, ExportStatusLine } from './export-status.tsx';
import { CloseIcon } from './icons.tsx';

export interface BulkBarProps {
  /** How many notes are chosen. */
  count: number;
  /** How many notes are found by what is searched for: as many can be chosen. */
  total: number;
  onSelectAll: () => void;
  onClear: () => void;
  /** What can be done with notes that are not deleted. */
  edit?: BulkEditProps | undefined;
  /** What can be done with those that are. */
  bin?: { onRestore: () => void; onPurge: () => void } | undefined;
  /** How the export went. */
  status?: ExportStatus | undefined;
}

/** What can be done with the notes that are chosen, if any are. */
export function BulkBar(props: BulkBarProps) {
  const { count, total, onSelectAll, onClear, edit, bin, status } = props;
  const bar = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  const isEmpty = count === 0;
  useLayoutEffect(() => {
    // The button that was pressed went away: the reader's place in the page must not.
    if (isEmpty && hadFocus.current && document.activeElement === document.body) {
      bar.current?.focus();
    }
  }, [isEmpty]);
  return (
    <section
      ref={bar}
      tabIndex={-1}
      class={isEmpty ? undefined : 'bulk-bar'}
      aria-label={say('bulkLabel')}
      onFocusIn={() => {
        hadFocus.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget) hadFocus.current = false;
      }}
    >
      <p class={count > 0 ? 'bulk-count' : 'visually-hidden'} role="status">
        {count > 0 && sayCount('bulkSelected', count)}
      </p>
      {count > 0 && (
        <>
          {count < total && (
            <button type="button" class="button quiet" onClick={onSelectAll}>
              {say('bulkAll', total)}
            </button>
          )}
          <div class="bulk-acts">
            {edit && <BulkEdit {...edit} />}
            {bin && (
              <>
                <button type="button" class="button" onClick={bin.onRestore}>
                  {say('binRestore')}
                </button>
                <button type="button" class="button" onClick={bin.onPurge}>
                  {say('binPurge')}
                </button>
              </>
            )}
            <button
              type="button"
              class="icon-button"
              aria-label={say('bulkClear')}
              title={say('bulkClear')}
              onClick={onClear}
            >
              <CloseIcon />
            </button>
          </div>
          <div class="bulk-status">
            <ExportStatusLine status={status} />
          </div>
        </>
      )}
    </section>
  );
}
