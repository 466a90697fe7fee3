import { useState } from 'preact/hooks';
import { languageOf, type MessageName, say } from '../lib/language/say.ts';
import { byDate, type MapPost, STANDS } from './blog-map-post.ts';
import type { MapWords } from './blog-map-words.ts';
import { Scrollable } from './scrollable.tsx';
import { toWebAddress } from './web-address.ts';

/** The columns that a reader may sort by, with what goes first when they do. */
const COLUMNS = ['title', 'date', 'length', 'labels', 'state', 'highlights', 'notes'] as const;
type Column = (typeof COLUMNS)[number];

const COLUMN_NAMES: Readonly<Record<Column, MessageName>> = {
  title: 'mapTableTitle',
  date: 'mapTableDate',
  length: 'mapTableLength',
  labels: 'mapTableLabels',
  state: 'mapTableState',
  highlights: 'mapTableHighlights',
  notes: 'mapTableNotes',
};

interface Order {
  column: Column;
  isDescending: boolean;
}

export interface MapTableProps {
  posts: readonly MapPost[];
  words: MapWords;
  onRead: (post: MapPost, isRead: boolean) => void;
}

/** What the picture shows, as a table that sorts by any of its columns. */
export function MapTable({ posts, words, onRead }: MapTableProps) {
  const [order, setOrder] = useState<Order>({ column: 'date', isDescending: true });
  const rows = posts.toSorted(compareBy(order));
  return (
    <Scrollable as="section" class="map-table" aria-label={say('mapTable')}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" aria-sort={sortOf(column, order)}>
                <button type="button" onClick={() => setOrder(reordered(order, column))}>
                  {say(COLUMN_NAMES[column])}
                  <span aria-hidden="true">{arrowOf(column, order)}</span>
                </button>
              </th>
            ))}
            <th scope="col">{say('mapStandRead')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((post) => (
            <tr key={post.permalink}>
              <th scope="row">
                <a href={toWebAddress(post.permalink)} target="_blank" rel="noopener">
                  {post.title}
                </a>
              </th>
              <td>{words.day(post)}</td>
              <td class="map-number">{words.minutes(post)}</td>
              <td>{post.labels.join(', ')}</td>
              <td>{words.stand(post)}</td>
              <td class="map-number">{post.highlights}</td>
              <td class="map-number">{post.notes}</td>
              <td>
                <input
                  type="checkbox"
                  checked={post.stand === 'read'}
                  aria-label={say('mapTableRead', post.title)}
                  onChange={() => onRead(post, post.stand !== 'read')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

function sortOf(column: Column, order: Order): 'ascending' | 'descending' | 'none' {
  if (column !== order.column) return 'none';
  return order.isDescending ? 'descending' : 'ascending';
}

function arrowOf(column: Column, order: Order): string {
  return { ascending: ' ▲', descending: ' ▼', none: '' }[sortOf(column, order)];
}

/** Words begin at A, and everything that is counted with the most of it. */
function reordered({ column, isDescending }: Order, asked: Column): Order {
  if (column === asked) return { column, isDescending: !isDescending };
  return { column: asked, isDescending: !['title', 'labels', 'state'].includes(asked) };
}

function compareBy({ column, isDescending }: Order): (a: MapPost, b: MapPost) => number {
  const { compare } = new Intl.Collator(languageOf(), { numeric: true });
  const comparisons: Record<Column, (a: MapPost, b: MapPost) => number> = {
    title: (a, b) => compare(a.title, b.title),
    date: byDate,
    length: (a, b) => a.words - b.words,
    labels: (a, b) => compare(a.labels.join(' '), b.labels.join(' ')),
    state: (a, b) => STANDS.indexOf(a.stand) - STANDS.indexOf(b.stand),
    highlights: (a, b) => a.highlights - b.highlights,
    notes: (a, b) => a.notes - b.notes,
  };
  const sign = isDescending ? -1 : 1;
  return (a, b) => sign * comparisons[column](a, b) || byDate(b, a);
}
