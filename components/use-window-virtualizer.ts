import {
  observeWindowOffset,
  observeWindowRect,
  type VirtualItem,
  Virtualizer,
  type VirtualizerOptions,
  windowScroll,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

type Options = Pick<
  VirtualizerOptions<Window, HTMLElement>,
  'count' | 'estimateSize' | 'getItemKey' | 'overscan' | 'rangeExtractor'
>;

/** A list that scrolls with the window, of which a part is drawn. */
export interface WindowVirtualizer {
  /** What is to be drawn. `start` counts CSS pixels from the top of the list. */
  items: readonly { index: number; key: VirtualItem['key']; start: number }[];
  /** Of all items, drawn or not. CSS pixels. */
  height: number;
  /** To be the ref of each item that is drawn. */
  measure: (element: HTMLElement | null) => void;
  scrollToIndex: (index: number, options: { align: 'auto' | 'start' }) => void;
  redraw: () => void;
}

/** Room left above and below an item that is scrolled to, for what sticks there. CSS pixels. */
const MARGIN = 96;

/** Joins the virtualizer to a component: it is drawn again whenever other items are to be. */
export function useWindowVirtualizer(
  list: RefObject<HTMLElement | null>,
  options: Options,
): WindowVirtualizer {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const top = useRef(0);
  const all: VirtualizerOptions<Window, HTMLElement> = {
    ...options,
    getScrollElement: () => window,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    initialOffset: () => window.scrollY,
    scrollMargin: top.current,
    scrollPaddingStart: MARGIN,
    scrollPaddingEnd: MARGIN,
    onChange: () => redraw(),
  };
  const [virtualizer] = useState(() => new Virtualizer(all));
  virtualizer.setOptions(all);

  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    const now = (list.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    // What stands above the list has grown or shrunk.
    if (Math.abs(now - top.current) >= 1) {
      top.current = now;
      redraw();
    }
  });

  return {
    items: virtualizer
      .getVirtualItems()
      .map(({ index, key, start }) => ({ index, key, start: start - top.current })),
    height: virtualizer.getTotalSize(),
    measure: virtualizer.measureElement,
    scrollToIndex(index, how) {
      virtualizer.setOptions({ ...all, scrollPaddingEnd: roomBelow() });
      virtualizer.scrollToIndex(index, how);
    },
    redraw,
  };
}

/** As much as the style sheet says is covered, asked for only when something is scrolled to. */
function roomBelow(): number {
  const { scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return Math.max(MARGIN, Number.parseFloat(scrollPaddingBottom) || 0);
}
