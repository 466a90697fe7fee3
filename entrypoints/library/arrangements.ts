import type { Arrangement } from '../../components/filter-bar.tsx';
import { say } from '../../lib/language/say.ts';
import type { Grouping, Sort } from '../../lib/search/arrange.ts';
import { type Route, VIEWS } from './route.ts';
import { GROUP_NAMES, SORT_NAMES } from './sentences.ts';
import type { Go } from './use-route.ts';

/** How the notes of a view can be grouped and sorted. */
export function arrangementsOf({ view, sort, group }: Route, go: Go): Arrangement[] {
  const { sorts, groups } = VIEWS[view];
  return [
    {
      label: say('group'),
      value: group,
      options: groups.map((value) => ({ value, label: say(GROUP_NAMES[value]) })),
      onChange: (to) => go({ group: to as Grouping }, 'push'),
    },
    {
      label: say('sort'),
      value: sort,
      options: sorts.map((value) => ({ value, label: say(SORT_NAMES[value]) })),
      onChange: (to) => go({ sort: to as Sort }, 'push'),
    },
  ];
}
