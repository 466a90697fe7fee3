import { ColourSwatch } from '../../components/colour-swatch.tsx';
import type { Filter } from '../../components/filter-bar.tsx';
import { faceOfKind } from '../../components/kind-face.ts';
import type { Colour } from '../../lib/annotation/colour.ts';
import type { Kind } from '../../lib/annotation/kind.ts';
import { say } from '../../lib/language/say.ts';
import { hasValue, valuesOf, withValue } from '../../lib/search/edit-query.ts';
import type { Counted, Facets } from '../../lib/search/facets.ts';
import { localDayOf } from '../../lib/search/note-document.ts';
import type { Operator } from '../../lib/search/query.ts';
import type { ColourName } from './sentences.ts';

/** Values of a filter that are worth a place in a menu. */
const MOST_ITEMS = 40;
const RECENT_DAYS = [7, 30] as const;

interface FilterOptions {
  query: string;
  facets: Facets;
  colourName: ColourName;
  onQuery: (query: string) => void;
  onManageTags: () => void;
  /** Whether all notes are of one kind anyway. */
  isOneKind: boolean;
}

/** The menus that write a query: they only ever say what could have been typed. */
export function filtersOf(options: FilterOptions): Filter[] {
  const { facets, colourName, onManageTags, isOneKind } = options;
  return [
    ...(isOneKind
      ? []
      : [
          filterBy<Kind>(
            options,
            'kind',
            say('kind'),
            facets.kinds,
            (kind) => faceOfKind(kind).label,
          ),
        ]),
    filterBy<Colour>(
      options,
      'colour',
      say('filterColour'),
      facets.colours,
      colourName,
      (colour) => (
        <>
          <ColourSwatch colour={colour} /> {colourName(colour)}
        </>
      ),
    ),
    {
      ...filterBy(options, 'tag', say('filterTag'), facets.tags),
      more: { label: say('tagsManage'), onChoose: onManageTags },
    },
    filterBy(options, 'label', say('filterLabel'), facets.labels),
    timeFilter(options),
  ];
}

function filterBy<T extends string>(
  { query, onQuery }: FilterOptions,
  operator: Operator,
  label: string,
  counted: readonly Counted<T>[],
  nameOf: (value: T) => string = (value) => value,
  draw: (value: T) => Filter['items'][number]['label'] = nameOf,
): Filter {
  const [typed] = valuesOf(query, operator);
  const known = counted.find(({ value }) => hasValue(query, operator, value));
  return {
    key: operator,
    label,
    chosen: known ? nameOf(known.value) : typed || undefined,
    onClear: () => onQuery(withValue(query, operator)),
    items: counted.slice(0, MOST_ITEMS).map(({ value, count }) => ({
      key: value,
      label: draw(value),
      count,
      isOn: value === known?.value,
      onChoose: () => onQuery(withValue(query, operator, value)),
    })),
  };
}

function timeFilter({ query, facets, onQuery }: FilterOptions): Filter {
  const [after] = valuesOf(query, 'after');
  const [before] = valuesOf(query, 'before');
  const set = (from?: string, until?: string) =>
    onQuery(withValue(withValue(query, 'after', from), 'before', until));
  const isYear = (year: string) => after === year && before === String(Number(year) + 1);
  const year = facets.years.find(({ value }) => isYear(value))?.value;
  const typed = after && before ? `${after} – ${before}` : (after ?? before);
  const daysAgo = (days: number) =>
    localDayOf(new Date(Date.now() - days * 86_400_000).toISOString());
  return {
    key: 'time',
    label: say('filterTime'),
    chosen: year ?? typed,
    onClear: () => set(),
    items: [
      ...RECENT_DAYS.map((days) => ({
        key: `last ${days}`,
        label: say('filterDays', days),
        isOn: after === daysAgo(days) && before === undefined,
        onChoose: () => set(daysAgo(days)),
      })),
      ...facets.years.map(({ value, count }) => ({
        key: value,
        label: value,
        count,
        isOn: isYear(value),
        onChoose: () => set(value, String(Number(value) + 1)),
      })),
    ],
  };
}
