/*
 * The lines of Waymark's drawings, on a grid of 20: one path each, for the icons of its own pages
 * (icons.tsx) and for those on the blog's (element.ts), where there is no Preact.
 */

/** A marker pen and the stroke it leaves. */
export const HIGHLIGHT = 'm7 9.5 6.8-6.8 3.5 3.5-6.8 6.8-3.2.2-.5.5H4l2.8-2.8zM3 16.8h14M3 17.6h14';
/** A sheet of paper and a pencil. */
export const NOTE =
  'M16 11.5V16a1.3 1.3 0 0 1-1.3 1.3H4A1.3 1.3 0 0 1 2.7 16V5.3A1.3 1.3 0 0 1 4 4h4.5M8 12l.5-2.6 7-7 2.1 2.1-7 7z';
/** What someone says. */
export const COMMENT =
  'M4.3 3.5h11.4A1.3 1.3 0 0 1 17 4.8v7.4a1.3 1.3 0 0 1-1.3 1.3H9l-3.8 3.2v-3.2h-.9A1.3 1.3 0 0 1 3 12.2V4.8a1.3 1.3 0 0 1 1.3-1.3zM6.5 7.2h7M6.5 10h4.5';
export const QUESTION = 'M6.4 6.9a3.6 3.6 0 1 1 5.2 3.2c-1.1.6-1.6 1.2-1.6 2.5M10 16.2v.2';
/** A flag at the place where something is to be done. */
export const ACTION = 'M5 17.5V3M5 3.6h10.5l-2.4 3.5 2.4 3.5H5';
export const CHECK = 'm4 10.6 4 4 8-9';
/** A label with a hole for its string. */
export const TAG =
  'M3 4.2A1.2 1.2 0 0 1 4.2 3h5.3l7 7a1.2 1.2 0 0 1 0 1.7l-4.8 4.8a1.2 1.2 0 0 1-1.7 0l-7-7zM6.6 6.5v.2';
export const TRASH = 'M3.5 5.5h13M8 5.5V3.3h4v2.2M5 5.5l.8 11.2h8.4L15 5.5M8.5 8.7v5M11.5 8.7v5';
export const COPY =
  'M8.5 7h7A1.5 1.5 0 0 1 17 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 15.5v-7A1.5 1.5 0 0 1 8.5 7zM13 4.5v-.2A1.3 1.3 0 0 0 11.7 3H4.3A1.3 1.3 0 0 0 3 4.3v7.4A1.3 1.3 0 0 0 4.3 13h.2';
export const CLOSE = 'm5 5 10 10M15 5 5 15';
export const UNDO = 'M7 4 3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8';
