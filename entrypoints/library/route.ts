import type { AnnotationId } from '../../lib/annotation/annotation.ts';
import type { MessageName } from '../../lib/language/say.ts';
import type { Grouping, Sort } from '../../lib/search/arrange.ts';

/** What a view is called, and how it can be arranged: at first as the first of each says. */
interface ViewOptions {
  label: MessageName;
  sorts: readonly [Sort, ...Sort[]];
  groups: readonly [Grouping, ...Grouping[]];
}

/** The views of the library, in the order of their tabs. */
export const VIEWS = {
  notes: {
    label: 'viewNotes',
    sorts: ['newest', 'oldest', 'reading', 'post'],
    groups: ['none', 'post', 'label', 'tag', 'month'],
  },
  actions: {
    label: 'viewActions',
    sorts: ['due', 'newest', 'oldest', 'post'],
    groups: ['due', 'post', 'label', 'tag', 'month'],
  },
  map: { label: 'viewMap', sorts: ['newest'], groups: ['none'] },
  bin: {
    label: 'viewBin',
    sorts: ['deleted', 'newest', 'oldest', 'reading'],
    groups: ['none', 'post', 'tag'],
  },
} as const satisfies Record<string, ViewOptions>;

export type View = keyof typeof VIEWS;

/** The views that are lists of notes. */
export type NotesViewName = Exclude<View, 'map'>;

/** Which notes are chosen: these, or all that the query finds. */
export type Chosen = readonly AnnotationId[] | 'all';

/** What the library shows: all of it stands in its address. */
export interface Route {
  view: View;
  query: string;
  sort: Sort;
  group: Grouping;
  selected: Chosen;
  /** Whether the export is open: `1`, or the permalink of the post it begins with. */
  exporting: string | undefined;
}

/** Ids that an address may hold: with more it would be longer than is wise. */
const MOST_IDS = 100;

/** A view as it is when nothing is said about it. */
export function routeOf(view: View): Route {
  const { sorts, groups } = VIEWS[view];
  return { view, query: '', sort: sorts[0], group: groups[0], selected: [], exporting: undefined };
}

/** Read the part of an address that begins with `?`. What makes no sense is as if it were not there. */
export function parseRoute(search: string): Route {
  const parameters = new URLSearchParams(search);
  const view = oneOf(Object.keys(VIEWS) as View[], parameters.get('view')) ?? 'notes';
  const route = routeOf(view);
  const selected = parameters.get('selected') ?? '';
  return {
    view,
    query: parameters.get('q') ?? '',
    sort: oneOf<Sort>(VIEWS[view].sorts, parameters.get('sort')) ?? route.sort,
    group: oneOf<Grouping>(VIEWS[view].groups, parameters.get('group')) ?? route.group,
    selected: selected === 'all' ? 'all' : selected.split(',').filter((id) => id !== ''),
    exporting: parameters.get('export') || undefined,
  };
}

/**
 * The route as the part of an address that begins with `?`; what is as at first is left out, and
 * so is a selection of more than a hundred.
 */
export function toSearch({ view, query, sort, group, selected, exporting }: Route): string {
  const initial = routeOf(view);
  const parameters = new URLSearchParams();
  if (view !== 'notes') parameters.set('view', view);
  if (query.trim() !== '') parameters.set('q', query);
  if (sort !== initial.sort) parameters.set('sort', sort);
  if (group !== initial.group) parameters.set('group', group);
  if (selected === 'all') parameters.set('selected', 'all');
  else if (selected.length > 0 && selected.length <= MOST_IDS) {
    parameters.set('selected', selected.join(','));
  }
  if (exporting !== undefined) parameters.set('export', exporting);
  const text = parameters.toString();
  return text && `?${text}`;
}

function oneOf<T extends string>(all: readonly T[], value: string | null): T | undefined {
  return all.find((one) => one === value);
}
