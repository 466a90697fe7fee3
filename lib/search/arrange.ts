import { tagsOf } from '../annotation/annotation.ts';
import { findSelector } from '../annotation/selector.ts';
import type { NoteDocument } from './note-document.ts';

/** In what order annotations are listed. */
export const SORTS = ['newest', 'oldest', 'reading', 'post', 'due', 'deleted'] as const;
/**
 * Newest or oldest first; by post and place; by the day their post was published, latest first; by
 * the day an action is due; by when they were deleted, last first.
 */
export type Sort = (typeof SORTS)[number];

/** What annotations are gathered under. */
export const GROUPINGS = ['none', 'post', 'label', 'tag', 'month', 'due'] as const;
export type Grouping = (typeof GROUPINGS)[number];

type Order = (a: NoteDocument, b: NoteDocument) => number;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const oldest: Order = (a, b) =>
  compare(a.annotation.created, b.annotation.created) || compare(a.annotation.id, b.annotation.id);
const bySource: Order = (a, b) => compare(a.annotation.target.source, b.annotation.target.source);
const byPlace: Order = (a, b) => placeOf(a) - placeOf(b) || oldest(a, b);

const ORDERS: Record<Sort, Order> = {
  newest: (a, b) => oldest(b, a),
  oldest,
  reading: (a, b) => bySource(a, b) || byPlace(a, b),
  post: (a, b) =>
    compare(b.post?.published ?? '', a.post?.published ?? '') || bySource(a, b) || byPlace(a, b),
  due: (a, b) => compare(dueDayOf(a), dueDayOf(b)) || oldest(b, a),
  deleted: (a, b) =>
    compare(b.annotation.deleted ?? '', a.annotation.deleted ?? '') || oldest(b, a),
};

/** Later than any day: what has no day is not pressing. */
const NO_DAY = '9999-99-99';
const dueDayOf = ({ annotation: { action } }: NoteDocument) => action?.due ?? NO_DAY;

/** Where in its post an annotation stands: what is about all of it comes first. */
function placeOf({ annotation: { target } }: NoteDocument): number {
  if (target.selector.length === 0) return -1;
  return findSelector(target.selector, 'TextPositionSelector')?.start ?? Number.MAX_SAFE_INTEGER;
}

/** The documents in an order. */
export function sorted(documents: readonly NoteDocument[], sort: Sort): NoteDocument[] {
  return documents.toSorted(ORDERS[sort]);
}

/** Annotations that belong together. */
export interface Group {
  /** What they have in common: a permalink, label, tag, `YYYY-MM` or `Due`; empty for none. */
  key: string;
  documents: readonly NoteDocument[];
}

/** How pressing an action is, in the order that is listed. */
export const DUES = ['overdue', 'soon', 'later', 'undated', 'done'] as const;
export type Due = (typeof DUES)[number];

/** Days ahead that are soon: a week, so that Monday's meeting is seen on Monday. */
const SOON_DAYS = 7;

/** How pressing an action is on a day, `YYYY-MM-DD`. */
export function dueOf({ annotation: { action } }: NoteDocument, today: string): Due {
  if (action?.done !== undefined) return 'done';
  if (action?.due === undefined) return 'undated';
  if (action.due < today) return 'overdue';
  const limit = new Date(Date.parse(`${today}T00:00:00Z`) + SOON_DAYS * 86_400_000);
  return action.due <= limit.toISOString().slice(0, 10) ? 'soon' : 'later';
}

/**
 * The documents gathered, each group in the order they have. One with several labels or tags is in
 * each of those groups. Labels and tags are in the order of the alphabet, those without any at the
 * end; dues by how pressing; other groups as their first documents come.
 *
 * @param today The reader's day, for what is due.
 */
export function grouped(
  documents: readonly NoteDocument[],
  grouping: Grouping,
  today: string,
): Group[] {
  if (grouping === 'none') return [{ key: '', documents }];
  const groups = new Map<string, NoteDocument[]>();
  for (const document of documents) {
    for (const key of keysOf(document, grouping, today)) {
      const group = groups.get(key);
      if (group) group.push(document);
      else groups.set(key, [document]);
    }
  }
  const list = Array.from(groups, ([key, documents]) => ({ key, documents }));
  if (grouping === 'due') return list.sort((a, b) => dueRank(a.key) - dueRank(b.key));
  if (grouping !== 'tag' && grouping !== 'label') return list;
  const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
  return list.sort(
    (a, b) => Number(a.key === '') - Number(b.key === '') || collator.compare(a.key, b.key),
  );
}

const dueRank = (key: string) => DUES.indexOf(key as Due);

function keysOf(document: NoteDocument, grouping: Grouping, today: string): readonly string[] {
  const { annotation, post, day } = document;
  switch (grouping) {
    case 'post':
      return [annotation.target.source];
    case 'month':
      return [day.slice(0, 7)];
    case 'due':
      return [dueOf(document, today)];
    case 'label':
      return post && post.labels.length > 0 ? post.labels : [''];
    case 'tag':
      return tagsOf(annotation).length > 0 ? tagsOf(annotation) : [''];
    default:
      return [''];
  }
}
