import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { AnnotationId } from '../lib/annotation/annotation.ts';
import { findCard, isTyping } from './use-kept-focus.ts';

/**
 * Scroll to the card of the first passage that the page shows, whenever that is another one; not
 * while the reader is typing. What moves is up to the style sheet, which knows who wants no motion.
 */
export function useScrollAlong(
  container: RefObject<HTMLElement | null>,
  inView: readonly AnnotationId[] | undefined,
): void {
  const first = inView?.[0];
  useEffect(() => {
    if (first === undefined || isTyping()) return;
    findCard(container.current, first)?.scrollIntoView({ block: 'nearest' });
  }, [first]);
}
