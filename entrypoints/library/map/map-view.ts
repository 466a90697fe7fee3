import type { MapFilter } from '../../../components/blog-map-filter.ts';
import { ARRANGEMENTS, type Arrangement } from '../../../components/blog-map-groups.ts';
import { MARKS, STANDS } from '../../../components/blog-map-post.ts';

/** What the map shows and how: it stands in the address, beside what the library keeps there. */
export interface MapView {
  filter: MapFilter;
  arrangement: Arrangement;
}

const ARRANGE = 'arrange';
const STATE = 'state';
const LABEL = 'label';

/** Read the part of an address that begins with `?`. What makes no sense is as if it were not there. */
export function parseMapView(search: string): MapView {
  const parameters = new URLSearchParams(search);
  const states = parameters.getAll(STATE);
  return {
    filter: {
      stands: STANDS.filter((stand) => states.includes(stand)),
      marks: MARKS.filter((mark) => states.includes(mark)),
      labels: Array.from(new Set(parameters.getAll(LABEL))),
    },
    arrangement: ARRANGEMENTS.find((one) => one === parameters.get(ARRANGE)) ?? 'year',
  };
}

/** The part of an address that begins with `?`, with this view in it; what else it says stays. */
export function withMapView(search: string, { filter, arrangement }: MapView): string {
  const parameters = new URLSearchParams(search);
  for (const name of [ARRANGE, STATE, LABEL]) parameters.delete(name);
  if (arrangement !== 'year') parameters.set(ARRANGE, arrangement);
  for (const state of [...filter.stands, ...filter.marks]) parameters.append(STATE, state);
  for (const label of filter.labels) parameters.append(LABEL, label);
  const text = parameters.toString();
  return text && `?${text}`;
}
