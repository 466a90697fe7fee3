import type { AnnotationId } from '../annotation/annotation.ts';
import { isPermalink } from '../blog/site-permalink.ts';

/** The name of the port by which a page tells what of it is on the screen, while someone listens. */
export const PAGE_VIEW = 'view';

/** What of a page is on the screen. */
export interface PageView {
  /** The permalink of the post that is being read; undefined while none is. */
  source?: string | undefined;
  /** The annotations whose passages are in sight, in the page's order. */
  ids: AnnotationId[];
  /** How often the page has been read: another number says that passages may have moved. */
  turn: number;
}

/** @throws TypeError when it is none. */
export function parsePageView(value: unknown): PageView {
  if (typeof value !== 'object' || value === null || !('ids' in value) || !('turn' in value)) {
    throw new TypeError('This is no view of a page');
  }
  const { ids, turn } = value;
  const source = 'source' in value ? value.source : undefined;
  if (
    !Array.isArray(ids) ||
    !ids.every((id) => typeof id === 'string') ||
    typeof turn !== 'number' ||
    (source !== undefined && !isPermalink(source))
  ) {
    throw new TypeError('This is no view of a page');
  }
  return { source, ids, turn };
}
