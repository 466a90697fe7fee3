import MiniSearch from 'minisearch';
import { createRelatedness } from '../../../lib/relatedness/index.ts';
import { parseIndex } from '../../../lib/relatedness/stored-index.ts';
import { medianOf, milliseconds, times } from '../measure.ts';
import { atLeast, type Goal } from '../reach.ts';
import { table } from '../table.ts';
import { createWriter } from '../text/prose.ts';
import { createRandom } from '../text/random.ts';
import { toPost } from './corpus.ts';

const WORDS = 800;
const TITLE_WORDS = 6;
const SIZES = [
  { size: 1000, rounds: 3, lists: 200, searches: 5 },
  { size: 10_000, rounds: 1, lists: 200, searches: 2 },
];

/** Processor time of what is done, in milliseconds for each time it is done. */
function work<T>(act: () => T, count = 1): { result: T; time: number } {
  const before = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(before);
  return { result, time: (user + system) / 1000 / count };
}

/** What an index costs to build, to ask, to add to and to keep, beside MiniSearch's. */
export function measureCost(
  seed: number,
  log: (line: string) => void,
): { tables: string[]; goals: Goal[] } {
  const tables: string[] = [];
  const goals: Goal[] = [];
  for (const { size, rounds, lists, searches } of SIZES) {
    const writer = createWriter(createRandom(seed));
    const posts = Array.from({ length: size }, (_, i) => {
      const title = writer.paragraph().split(' ').slice(0, TITLE_WORDS).join(' ');
      const text = writer.paragraphs(WORDS).join('\n\n');
      return { id: `post-${i}`, title, text, labels: [], links: [] };
    });
    const figures = Array.from({ length: rounds }, (_, round) => {
      log(`cost at ${size} posts, round ${round + 1}`);
      return measureRound(posts, lists, searches);
    });
    const of = (name: keyof (typeof figures)[0]) => medianOf(figures.map((each) => each[name]));
    const row = (label: string, ours: number, theirs?: number) => [
      label,
      milliseconds(ours),
      theirs === undefined ? '–' : milliseconds(theirs),
      theirs === undefined ? '–' : times(theirs, ours),
    ];
    const kilobytes = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
    tables.push(
      `**${size.toLocaleString('en')} posts**`,
      table(
        ['', 'Waymark', 'MiniSearch', 'ratio'],
        [
          row('build', of('build'), of('theirBuild')),
          row('build and first list', of('build') + of('first'), of('theirBuild')),
          [
            'list',
            `${of('list').toFixed(3)} ms`,
            milliseconds(of('search')),
            times(of('search'), of('list')),
          ],
          ['list with reasons', `${of('reasons').toFixed(3)} ms`, '–', '–'],
          row('add one post', of('add'), of('theirAdd')),
          row('first list after it', of('listAfter')),
          row('open what was stored', of('open'), of('theirOpen')),
          [
            'stored',
            kilobytes(of('bytes')),
            kilobytes(of('theirBytes')),
            times(of('theirBytes'), of('bytes')),
          ],
        ],
      ),
    );
    const at = `${size.toLocaleString('en')} posts`;
    goals.push(
      atLeast(`${at}: building MiniSearch's index`, 2, of('theirBuild'), of('build')),
      atLeast(`${at}: MiniSearch's query with a whole post`, 100, of('search'), of('list')),
      atLeast(`${at}: MiniSearch's stored index`, 2, of('theirBytes'), of('bytes')),
    );
    if (size === 1000) {
      const list = of('list');
      goals.push({
        goal: `${at}: a list in less than 1 ms`,
        measured: `${list.toFixed(3)} ms`,
        reached: list < 1,
      });
    }
  }
  return { tables, goals };
}

function measureRound(
  posts: readonly Parameters<typeof toPost>[0][],
  lists: number,
  searches: number,
) {
  const known = posts.map(toPost);
  const { result: ours, time: build } = work(() => createRelatedness(known));
  const asked = known.slice(0, lists).map(({ permalink }) => permalink);
  const first = work(() => ours.related(asked[0] as (typeof asked)[0])).time;
  const list = work(() => asked.map((permalink) => ours.related(permalink)), lists).time;
  const reasons = work(() => JSON.stringify(asked.map((each) => ours.related(each))), lists).time;

  const options = { fields: ['title', 'text'] };
  const { result: theirs, time: theirBuild } = work(() => {
    const search = new MiniSearch(options);
    search.addAll(posts);
    return search;
  });
  const search = work(
    () => posts.slice(0, searches).map(({ title, text }) => theirs.search(`${title} ${text}`)),
    searches,
  ).time;

  const bytes = ours.toBytes();
  const json = JSON.stringify(theirs);
  const { time: open } = work(() => createRelatedness(known, parseIndex(bytes)));
  const { time: theirOpen } = work(() => MiniSearch.loadJSON(json, options));
  const another = { ...(posts[1] as (typeof posts)[0]), id: 'another' };
  const { time: add } = work(() => ours.save(toPost(another)));
  const { time: listAfter } = work(() => ours.related(toPost(another).permalink));
  const { time: theirAdd } = work(() => theirs.add(another));
  return {
    build,
    first,
    list,
    reasons,
    theirBuild,
    search,
    open,
    theirOpen,
    add,
    listAfter,
    theirAdd,
    bytes: bytes.length,
    theirBytes: new TextEncoder().encode(json).length,
  };
}
