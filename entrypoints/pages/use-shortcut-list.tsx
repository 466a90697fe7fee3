import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isTyping } from '../../components/use-kept-focus.ts';
import { usePart } from '../../components/use-part.ts';
import type { Place } from '../background/shortcuts.ts';

const loadList = () => import('./shortcut-list.tsx');

/** The list of keys, from when the reader presses `?` outside of fields until it is closed. */
export function useShortcutList(place: Place): ComponentChildren {
  const [isOpen, setOpen] = useState(false);
  const part = usePart(isOpen, loadList);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isShortcut = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
      if (event.key !== '?' || isShortcut || event.defaultPrevented || isTyping()) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return part && <part.ShortcutList place={place} onClose={() => setOpen(false)} />;
}
