import { basisOf, type ListedPost, parseRelatedList, type RelatedList } from './related-list.ts';

/** How the reader stands to a post: nothing done, marked as read, or annotated. */
export type ReaderStand = 'unread' | 'read' | 'annotated';

/** What is related to a post, for a page that shows it. */
export interface RelatedView {
  /** Undefined where none has been made, or it is damaged. */
  list: Pick<RelatedList, 'related' | 'highlighted'> | undefined;
  /** Whether the list was made from what the reader has highlighted and ruled out by now. */
  isCurrent: boolean;
  /** How many posts are known. */
  known: number;
  /** How the reader stands to each post of the list, by permalink. */
  stands: Readonly<Record<string, ReaderStand>>;
}

/** What is kept of the posts related to one, as it lies in the tables. */
export interface RelatedRows {
  /** The list that was made, not yet looked at. */
  list: unknown;
  /** The posts that the reader has ruled out. */
  unrelated: readonly string[];
  /** How many posts are known. */
  known: number;
}

/**
 * What rows tell, all but how the reader stands to each post: of that nothing.
 *
 * @param passages what is marked in the post; see `listPassages`.
 */
export function toRelatedView(rows: RelatedRows, passages: readonly string[]): RelatedView {
  const { known } = rows;
  const kept = parseRelatedList(rows.list);
  if (!kept) return { list: undefined, isCurrent: false, known, stands: {} };
  const ruledOut = new Set(rows.unrelated);
  const isLeft = (other: ListedPost) => !ruledOut.has(other.permalink);
  const list = {
    related: kept.related.filter(isLeft),
    highlighted: kept.highlighted.filter(isLeft),
  };
  const isCurrent = kept.basis === basisOf(passages, ruledOut);
  return { list, isCurrent, known, stands: {} };
}
