import { useEffect, useMemo, useRef } from 'preact/hooks';
import { isTyping } from '../../components/use-kept-focus.ts';
import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import type { NoteDocument } from '../../lib/search/note-document.ts';
import type { Chosen } from './route.ts';
import type { Row } from './use-results.ts';
import type { Go } from './use-route.ts';

/** Which notes are chosen, of those that are found. */
export interface Selection {
  chosen: readonly NoteDocument[];
  isSelected: (id: AnnotationId) => boolean;
  /** Choose a row or not; as a range, all from the row chosen last as well. */
  toggle: (index: number, isRange: boolean) => void;
  selectAll: () => void;
  clear: () => void;
}

/** Keeps the selection in the address. Ctrl+A or Command+A, outside of fields, chooses all. */
export function useSelection(
  selected: Chosen,
  go: Go,
  found: readonly NoteDocument[],
  rows: readonly Row[],
): Selection {
  const anchor = useRef(0);
  const chosen = useMemo(() => {
    if (selected === 'all') return found;
    const ids = new Set(selected);
    return ids.size === 0 ? [] : found.filter(({ annotation }) => ids.has(annotation.id));
  }, [selected, found]);
  const ids = useMemo(() => new Set(chosen.map(({ annotation }) => annotation.id)), [chosen]);

  const select = (to: Chosen) => go({ selected: to }, 'replace');
  const selectAll = () => select('all');

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey);
      if (!isAll || event.shiftKey || event.altKey || isTyping()) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      selectAll();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [go]);

  return {
    chosen,
    isSelected: (id) => ids.has(id),
    toggle(index, isRange) {
      const row = rows[index];
      if (!row) return;
      const next = new Set(ids);
      const id = row.document.annotation.id;
      const [start, end] = isRange
        ? [Math.min(anchor.current, index), Math.max(anchor.current, index)]
        : [index, index];
      const range = rows.slice(start, end + 1).map(({ document }) => document.annotation.id);
      const isOn = isRange || !next.has(id);
      for (const one of range) isOn ? next.add(one) : next.delete(one);
      anchor.current = index;
      select(Array.from(next));
    },
    selectAll,
    clear: () => select([]),
  };
}
