/*
 * The lines of drawings that only Waymark's own pages have, on a grid of 20; see drawings.ts for
 * those that stand on the blog's, too.
 */

/** A magnifying glass. */
export const SEARCH = 'M8.7 3a5.7 5.7 0 1 1 0 11.4A5.7 5.7 0 0 1 8.7 3zM12.9 12.9 17 17';
/** A window with a panel at its side. */
export const PANEL =
  'M4.3 3.5h11.4A1.3 1.3 0 0 1 17 4.8v10.4a1.3 1.3 0 0 1-1.3 1.3H4.3A1.3 1.3 0 0 1 3 15.2V4.8a1.3 1.3 0 0 1 1.3-1.3zM11.5 3.5v13M13.7 7h1.1M13.7 9.7h1.1';
/** Books on a shelf. */
export const LIBRARY = 'M4 4v12.5M7.5 4v12.5M11 4v12.5M13.6 4.6l3.2 11.6M2.8 16.8h14.6';
/** An arrow that leaves a tray. */
export const EXPORT =
  'M10 12.5V3M6 6.6 10 3l4 3.6M3.5 11.5v4A1.3 1.3 0 0 0 4.8 16.8h10.4a1.3 1.3 0 0 0 1.3-1.3v-4';
/** An arrow that comes round to where it began. */
export const RELOAD = 'M16.5 10a6.5 6.5 0 1 1-1.9-4.6M16.8 3v3.4h-3.4';
/** A ring: what has not been read yet. */
export const UNREAD = 'M10 5.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z';
