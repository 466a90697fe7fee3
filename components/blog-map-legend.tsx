import type { ComponentChildren } from 'preact';
import { say } from '../lib/language/say.ts';
import {
  type Bindings,
  hasLabel,
  labelKeyOf,
  NO_LABEL,
  OTHER_LABELS,
} from './blog-map-bindings.ts';
import { BookSpine } from './blog-map-book.tsx';
import { EVERYTHING, isEverything, type MapFilter, toggled } from './blog-map-filter.ts';
import { ARRANGEMENTS, type Arrangement, nameOfBinding } from './blog-map-groups.ts';
import { isMarked, MARKS, type MapPost, STANDS } from './blog-map-post.ts';
import { BindingSign } from './blog-map-sign.tsx';
import { MARK_NAMES, STAND_NAMES } from './blog-map-words.ts';

export interface MapLegendProps {
  posts: readonly MapPost[];
  bindings: Bindings;
  filter: MapFilter;
  onFilter: (filter: MapFilter) => void;
  arrangement: Arrangement;
  onArrange: (arrangement: Arrangement) => void;
}

const ARRANGEMENT_NAMES = { year: 'mapArrangeYear', label: 'mapArrangeLabel' } as const;

/** What the drawing means; each entry is a switch that shows only the posts it speaks of. */
export function MapLegend(props: MapLegendProps) {
  const { posts, bindings, filter, onFilter, arrangement, onArrange } = props;
  const { stands, marks, labels } = filter;
  const count = (holds: (post: MapPost) => boolean) => posts.filter(holds).length;
  const names = { other: say('mapOtherLabels'), none: say('mapNoLabel') };
  const present = [...bindings.labels.keys(), OTHER_LABELS, NO_LABEL]
    .map((binding) => ({ binding, key: labelKeyOf(binding, bindings) }))
    .map((label) => ({ ...label, n: count((post) => hasLabel(post, label.key, bindings)) }))
    .filter(({ n }) => n > 0);
  return (
    <div class="map-legend">
      <fieldset>
        <legend>{say('mapFilterStates')}</legend>
        <Switch
          isOn={isEverything(filter)}
          count={posts.length}
          name={say('mapAll')}
          onClick={() => onFilter(EVERYTHING)}
        />
        {STANDS.map((stand) => (
          <Switch
            key={stand}
            isOn={stands.includes(stand)}
            count={count((post) => post.stand === stand)}
            name={say(STAND_NAMES[stand])}
            onClick={() => onFilter({ ...filter, stands: toggled(stands, stand) })}
          >
            <SampleBook stand={stand} />
          </Switch>
        ))}
        {MARKS.map((mark) => (
          <Switch
            key={mark}
            isOn={marks.includes(mark)}
            count={count((post) => isMarked(post, mark))}
            name={say(MARK_NAMES[mark])}
            onClick={() => onFilter({ ...filter, marks: toggled(marks, mark) })}
          >
            <SampleBook
              stand="unread"
              highlights={mark === 'highlighted' ? 2 : 0}
              notes={mark === 'noted' ? 1 : 0}
            />
          </Switch>
        ))}
      </fieldset>
      <fieldset>
        <legend>{say('mapFilterLabels')}</legend>
        {present.map(({ binding, key, n }) => (
          <Switch
            key={key}
            isOn={labels.includes(key)}
            count={n}
            name={nameOfBinding(binding, bindings, names)}
            onClick={() => onFilter({ ...filter, labels: toggled(labels, key) })}
          >
            <BindingSign binding={binding} />
          </Switch>
        ))}
      </fieldset>
      <fieldset>
        <legend>{say('mapArrange')}</legend>
        {ARRANGEMENTS.map((one) => (
          <label key={one} class="map-choice">
            <input
              type="radio"
              name="map-arrangement"
              checked={one === arrangement}
              onChange={() => onArrange(one)}
            />
            {say(ARRANGEMENT_NAMES[one])}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

interface SwitchProps {
  isOn: boolean;
  name: string;
  count: number;
  onClick: () => void;
  children?: ComponentChildren;
}

function Switch({ isOn, name, count, onClick, children }: SwitchProps) {
  return (
    <button type="button" class="map-switch" aria-pressed={isOn} onClick={onClick}>
      {children}
      <span>{name}</span> <span class="map-count">{count}</span>
    </button>
  );
}

/** A small book that has only what the legend speaks of. */
function SampleBook(props: Pick<MapPost, 'stand'> & Partial<MapPost>) {
  const { stand, highlights = 0, notes = 0 } = props;
  const look = { title: '', stand, highlights, notes, width: 20, height: 40, binding: 0 };
  return (
    <svg class="map-sample" viewBox="-2 -15 24 64" aria-hidden="true">
      <g class="book" data-binding="0" data-stand={stand}>
        <BookSpine look={look} />
      </g>
    </svg>
  );
}
