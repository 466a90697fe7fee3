import type { AnnotationHandlers } from '../../components/annotation-handlers.ts';
import type { Bulk } from './use-bulk.ts';
import type { Row } from './use-results.ts';
import type { Selection } from './use-selection.ts';

export interface RowKeysOptions {
  rows: readonly Row[];
  selection: Selection;
  bulk: Pick<Bulk, 'purge'>;
  handlers: Pick<AnnotationHandlers, 'onDelete'>;
  isBin: boolean;
}

/** What keys do while the focus is in a row, as in programs for mail. */
export function rowKeys(options: RowKeysOptions): (event: KeyboardEvent, index: number) => void {
  const { rows, selection, bulk, handlers, isBin } = options;
  const keys: Record<string, (index: number, id: string, event: KeyboardEvent) => void> = {
    x: (index) => selection.toggle(index, false),
    X: (index) => selection.toggle(index, true),
    o: (_, __, { target }) => findInRow(target, 'a[href]')?.click(),
    e: (_, __, { target }) => findInRow(target, '[data-edit]')?.click(),
    '#': (_, id) => (isBin ? bulk.purge([id]) : handlers.onDelete(id)),
    Delete: (_, id) => (isBin ? bulk.purge([id]) : handlers.onDelete(id)),
    Escape: () => selection.clear(),
  };
  return (event, index) => {
    const row = rows[index];
    const act = keys[event.key];
    if (!row || !act) return;
    event.preventDefault();
    act(index, row.document.annotation.id, event);
  };
}

/** What there is first of its kind in the row in which something stands. */
function findInRow(target: EventTarget | null, selector: string): HTMLElement | null | undefined {
  const row = target instanceof Element ? target.closest('[data-index]') : undefined;
  return row?.querySelector<HTMLElement>(selector);
}
