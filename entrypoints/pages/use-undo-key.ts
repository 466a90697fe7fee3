import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '../../components/use-kept-focus.ts';

/** Ctrl+Z or Command+Z, outside of fields, where it takes back what was typed. */
export function useUndoKey(onUndo: (() => void) | undefined): void {
  const current = useRef(onUndo);
  current.current = onUndo;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || event.altKey || isTyping() || !current.current) return;
      event.preventDefault();
      current.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
