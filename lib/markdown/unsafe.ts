import type { Unsafe } from 'mdast-util-to-markdown';

/** What must be escaped besides what the library escapes by itself. */
export const UNSAFE: Unsafe[] = [];
