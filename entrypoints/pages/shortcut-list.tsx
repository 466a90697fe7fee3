import { useEffect, useState } from 'preact/hooks';
import type { ShortcutSection } from '../../components/shortcut-list.ts';
import { ShortcutsDialog } from '../../components/shortcuts-dialog.tsx';
import { listShortcuts, type Place } from '../background/shortcuts.ts';

export interface ShortcutListProps {
  place: Place;
  onClose: () => void;
}

/** The list of all keys of a place; a module of its own, since few readers ask for it. */
export function ShortcutList({ place, onClose }: ShortcutListProps) {
  const [sections, setSections] = useState<readonly ShortcutSection[]>();
  useEffect(() => {
    listShortcuts(place).then(setSections, (error: unknown) => {
      console.warn('Waymark: the shortcuts could not be listed', error);
      onClose();
    });
  }, [place]);
  return sections ? <ShortcutsDialog sections={sections} onClose={onClose} /> : null;
}
