/**
 * What a page keeps in the extension's storage until the background has answered that it is saved,
 * each annotation under this and its id. It outlives the page, the background and an update; other
 * content scripts can read it, so that it is there for no longer, and without a word of a note.
 */
export const PENDING = 'pending/';
