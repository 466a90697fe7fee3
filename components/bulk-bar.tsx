import './bulk-bar.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { COLOURS, type Colour } from '../lib/annotation/colour.ts';
import { KINDS, type Kind } from '../lib/annotation/kind.ts';
import { say, sayCount } from '../lib/language/say.ts';
import type { BulkTagsProps } from './bulk-tags.tsx';
import { BulkTagsPart } from './bulk-tags-part.tsx';
import { ColourSwatch } from './colour-swatch.tsx';
import { type ExportStatus, ExportStatusLine } from './export-status.tsx';
import { CloseIcon } from './icons.tsx';
import { faceOfKind } from './kind-face.ts';
import { Menu, MenuItems } from './menu.tsx';

export interface BulkBarProps {
  /** How many notes are chosen. */
  count: number;
  total: number;
  onSelectAll: () => void;
  onClear: () => void;
  /** What can be done with notes that are not deleted. */
  edit?:
    | (BulkTagsProps & {
        colourName: (colour: Colour) => string;
        onColour: (colour: Colour) => void;
        onKind: (kind: Kind) => void;
        onDownload: () => void;
        onCopy: () => void;
        /** Everything else an export can be. */
        onExport: () => void;
        onDelete: () => void;
      })
    | undefined;
  /** What can be done with those that are. */
  bin?: { onRestore: () => void; onPurge: () => void } | undefined;
  /** How the export went. */
  status?: ExportStatus | undefined;
}

/** A comment is a highlight with a note: one cannot be made the other. */
const CHOICES = KINDS.filter((kind) => kind !== 'comment');

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
            {edit && <EditActs {...edit} />}
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

function EditActs(edit: NonNullable<BulkBarProps['edit']>) {
  return (
    <>
      <Menu label={say('tags')}>
        <BulkTagsPart {...edit} />
      </Menu>
      <Menu label={say('filterColour')}>
        <MenuItems
          label={say('filterColour')}
          items={COLOURS.map((colour) => ({
            key: colour,
            label: (
              <>
                <ColourSwatch colour={colour} /> {edit.colourName(colour)}
              </>
            ),
            onChoose: () => edit.onColour(colour),
          }))}
        />
      </Menu>
      <Menu label={say('kind')}>
        <MenuItems
          label={say('kind')}
          items={CHOICES.map((kind) => ({
            key: kind,
            label: faceOfKind(kind).label,
            onChoose: () => edit.onKind(kind),
          }))}
        />
      </Menu>
      <Menu label={say('bulkExport')}>
        <MenuItems
          label={say('bulkExport')}
          items={[
            { key: 'file', label: say('exportDownload'), onChoose: edit.onDownload },
            { key: 'copy', label: say('exportCopy'), onChoose: edit.onCopy },
            { key: 'more', label: say('exportMore'), onChoose: edit.onExport },
          ]}
        />
      </Menu>
      <button type="button" class="button" onClick={edit.onDelete}>
        {say('cardDelete')}
      </button>
    </>
  );
}
