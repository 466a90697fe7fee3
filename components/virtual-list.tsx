import './virtual-list.css';
import { defaultRangeExtractor } from '@tanstack/virtual-core';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useWindowVirtualizer } from './use-window-virtualizer.ts';

export interface VirtualListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  renderItem: (item: T, index: number) => ComponentChildren;
  /** What the list is called by assistive technology. */
  label: string;
  /** Keys pressed within an item, outside of fields. */
  onKey?: ((event: KeyboardEvent, index: number) => void) | undefined;
}

/** The height of an item before it has been drawn. CSS pixels. */
const LIKELY_HEIGHT = 220;

/**
 * A list of any length, of which only what is near the screen is drawn. The item that has the focus
 * stays, however far it is scrolled away; `j` and `k` go from one to the next. Of an item, what
 * carries `data-item-focus` is given the focus.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, keyOf, renderItem, label, onKey } = props;
  const list = useRef<HTMLDivElement>(null);
  /** The item with the focus, and whether it is still to be given it. */
  const focus = useRef<{ index: number; isWanted: boolean }>(undefined);
  const virtualizer = useWindowVirtualizer(list, {
    count: items.length,
    estimateSize: () => LIKELY_HEIGHT,
    getItemKey: (index) => keyOf(items[index] as T),
    overscan: 4,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const kept = focus.current?.index ?? -1;
      const isKept = kept >= 0 && kept < items.length && !indexes.includes(kept);
      return isKept ? [...indexes, kept].sort((a, b) => a - b) : indexes;
    },
  });

  const elementOf = (index: number) =>
    list.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-item-focus]`);

  function focusItem(index: number) {
    if (index < 0 || index >= items.length) return;
    focus.current = { index, isWanted: true };
    virtualizer.scrollToIndex(index, { align: 'auto' });
    elementOf(index)?.focus({ preventScroll: true });
    if (document.activeElement !== elementOf(index)) virtualizer.redraw();
  }

  useLayoutEffect(() => {
    const wanted = focus.current;
    if (!wanted || items.length === 0) return;
    const isLost = document.activeElement === document.body;
    // The item with the focus went away: the one in its place gets it.
    if (!wanted.isWanted && !isLost) return;
    wanted.index = Math.min(wanted.index, items.length - 1);
    const element = elementOf(wanted.index);
    element?.focus({ preventScroll: wanted.isWanted });
    if (element) wanted.isWanted = false;
  });

  function onKeyDown(event: KeyboardEvent) {
    const index = indexOf(event.target);
    if (index === undefined || event.defaultPrevented || isField(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'j') focusItem(index + 1);
    else if (event.key === 'k') focusItem(index - 1);
    else return onKey?.(event, index);
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an ol may not be as high as what is not drawn
    <div
      ref={list}
      class="virtual-list"
      role="list"
      aria-label={label}
      style={{ height: `${virtualizer.height}px` }}
      onKeyDown={onKeyDown}
      onFocusIn={({ target }) => {
        const index = indexOf(target);
        if (index !== undefined) focus.current = { index, isWanted: false };
      }}
      onFocusOut={({ relatedTarget }) => {
        const isLeaving = relatedTarget instanceof Node && !list.current?.contains(relatedTarget);
        if (isLeaving) focus.current = undefined;
      }}
    >
      {virtualizer.items.map(({ index, key, start }) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        <div
          key={key}
          ref={virtualizer.measure}
          class="virtual-list-item"
          role="listitem"
          aria-posinset={index + 1}
          aria-setsize={items.length}
          data-index={index}
          style={{ transform: `translateY(${start}px)` }}
        >
          {renderItem(items[index] as T, index)}
        </div>
      ))}
    </div>
  );
}

function indexOf(target: EventTarget | null): number | undefined {
  const item = target instanceof Element && target.closest<HTMLElement>('[data-index]');
  return item ? Number(item.dataset.index) : undefined;
}

/** Whether letters typed here are written. */
function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.matches('textarea, select, input:not([type="checkbox"], [type="radio"])')
  );
}
