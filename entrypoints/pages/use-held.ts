import { useEffect, useRef, useState } from 'preact/hooks';
import { isTyping } from '../../components/use-kept-focus.ts';

/**
 * A value that does not change under a reader who is typing: what it was when they began, until
 * they leave the field.
 *
 * @param key Another one is another matter: then the value changes whatever the reader does.
 */
export function useHeld<T>(value: T, key: unknown): T {
  const held = useRef({ value, key });
  const [, look] = useState(0);
  useEffect(() => {
    // The field that is left still has the focus while the event is told.
    const lookSoon = () => setTimeout(() => look((times) => times + 1));
    document.addEventListener('focusout', lookSoon);
    return () => document.removeEventListener('focusout', lookSoon);
  }, []);
  if (held.current.key !== key || !isTyping()) held.current = { value, key };
  return held.current.value;
}
