import type { Book } from './blog-map-layout.ts';

/** Around a book and over its neighbours: an outline of its own would lie behind the next one. */
export function FocusRing({ book: { x, y, width, height } }: { book: Book }) {
  const frame = { x: x - 2.5, y: y - 2.5, width: width + 5, height: height + 5, rx: 4 };
  return (
    <g class="map-focus" aria-hidden>
      <rect class="map-focus-ground" {...frame} />
      <rect class="map-focus-ring" {...frame} />
    </g>
  );
}

/** Waymark's finger post, standing on the book that is suggested next. */
export function NextFlag({ book: { x, y } }: { book: Book }) {
  return (
    <g class="map-flag" aria-hidden transform={`translate(${x + 4} ${y})`}>
      <path class="map-flag-post" d="M1.5 0v-18" />
      <path class="map-flag-finger" d="M-1-18.5h11l4.5 4.5-4.5 4.5h-11z" />
    </g>
  );
}
