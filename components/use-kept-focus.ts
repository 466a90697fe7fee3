import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Annotation, AnnotationId } from '../lib/annotation/annotation.ts';

export interface KeptFocus {
  onFocusIn: () => void;
  onFocusOut: (event: FocusEvent) => void;
  /** The reader is deleting this one: its neighbour gets the focus. */
  expectGone: (id: AnnotationId) => void;
}

/**
 * Keeps the reader's place in a list of cards: the focus goes from a card that is deleted to the
 * one that takes its place, to a card that comes back with an undo, and nowhere when a card moves.
 *
 * @param states changes whenever cards may move from one part of the list to another.
 */
export function useKeptFocus(
  container: RefObject<HTMLElement | null>,
  annotations: readonly Annotation[] | undefined,
  states: string | undefined,
): KeptFocus {
  const hadFocus = useRef(false);
  /** Where each stood that was deleted here. */
  const leaving = useRef(new Map<AnnotationId, number>());
  const gone = useRef(new Set<AnnotationId>());

  useLayoutEffect(() => {
    // A card whose passage is found again moves, and its buttons go: the focus must not go too.
    if (hadFocus.current && document.activeElement === document.body) container.current?.focus();
  }, [states]);

  useLayoutEffect(() => {
    if (!annotations) return;
    const isThere = new Set(annotations.map(({ id }) => id));
    for (const [id, place] of leaving.current) {
      if (isThere.has(id)) continue;
      leaving.current.delete(id);
      gone.current.add(id);
      const neighbour = annotations[Math.min(place, annotations.length - 1)];
      (findCard(container.current, neighbour?.id) ?? container.current)?.focus();
    }
    for (const id of gone.current) {
      if (!isThere.has(id)) continue;
      gone.current.delete(id);
      if (!isTyping()) findCard(container.current, id)?.focus();
    }
  }, [annotations]);

  return {
    onFocusIn() {
      hadFocus.current = true;
    },
    onFocusOut({ relatedTarget }) {
      if (relatedTarget) hadFocus.current = false;
    },
    expectGone(id) {
      leaving.current.set(id, annotations?.findIndex((annotation) => annotation.id === id) ?? 0);
    },
  };
}

/** The card of an annotation in a list, or anything that holds cards. */
export function findCard(
  list: HTMLElement | null,
  id: AnnotationId | undefined,
): HTMLElement | undefined {
  const cards = list?.querySelectorAll<HTMLElement>('[data-annotation]') ?? [];
  return Array.from(cards).find(({ dataset }) => dataset.annotation === id);
}

/** Whether the keyboard writes just now: whoever does must not be interrupted. */
export function isTyping(): boolean {
  return (
    document.activeElement?.matches('textarea, input:not([type="radio"], [type="checkbox"])') ??
    false
  );
}
