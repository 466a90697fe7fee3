/*
 * The lines of Waymark's drawings, on a grid of 20: one path each, for the icons of its own pages
 * (icons.tsx) and for those on the blog's (element.ts), where there is no Preact.
 */

/** A marker pen and the stroke it leaves. */
export const HIGHLIGHT = 'm7 9 7-7 4 4-7 7-3 .5L7 14H4l3-3zM3 17h14';
/** A sheet of paper and a pencil. */
export const NOTE = 'M16 11v6H3V4h6M8 12l1-3 6.5-6.5 2 2L11 11z';
/** What someone says. */
export const COMMENT = 'M3 3h14v11H9l-4 3v-3H3zM6 7h8M6 10h8';
export const QUESTION = 'M6.5 7a3.5 3.5 0 1 1 5 3Q10 11 10 13M10 16v.2';
/** A flag at the place where something is to be done. */
export const ACTION = 'M5 18V3h11l-3 4 3 4H5';
export const CHECK = 'm4 10.6 4 4 8-9';
/** A label with a hole for its string. */
export const TAG = 'M3 3h6.5l7.6 7.6-6.5 6.5L3 9.5zM6.6 6.5v.2';
export const TRASH = 'M3 5h14M8 5V3h4v2M5 5l1 12h8l1-12M8 9v5M12 9v5';
export const COPY = 'M7 7h10v10H7zM13 4V3H3v10h1';
export const CLOSE = 'm5 5 10 10M15 5 5 15';
export const UNDO = 'M7 4 3 8l4 4M3 8h9a4 4 0 0 1 0 9H8';
