import type { Driver } from '../driver/driver.ts';
import type { Surface } from '../driver/surface.ts';
import type { Named } from '../driver/tab.ts';
import { filled, PAGE, type Stage, type View } from './stage.ts';

const button = (name: string): Named => ({ role: 'button', name });

/** What a reader may bring along: a passage, one without an address, and a line that is damaged. */
const READWISE = {
  name: 'readwise.csv',
  text: [
    'Highlight,Title,Author,URL,Note,Location,Date',
    'one enormous banknote,Feedback in small coins,,https://www.elidedbranches.com/2014/02/feedback-in-small-coins.html,Ours,,2024-02-03 10:00:00',
    'Nowhere to be found,A book,Somebody,,,12,2024-02-03 10:00:00',
  ].join('\n'),
};

/** A view of the library that is there when its address is opened, and these words show. */
function view(name: string, search: string, ...words: string[]): View {
  return { name, ...PAGE, open: ({ waymark }) => openLibrary(waymark, search, ...words) };
}

/** The library's views, and what opens in them. */
export const LIBRARY: readonly View[] = [
  view('library', '', 'rounded', 'Feedback in small coins'),
  view('library-search', '?q=review&group=post', 'To open the next review with.'),
  view('library-none', '?q=zebra+colour:mauve', 'there is no such colour', 'Nothing found'),
  {
    ...view('library-selected', '?selected=all&group=tag', 'notes selected', 'rounded'),
    isUnderBar: true,
  },
  {
    name: 'library-filter',
    ...PAGE,
    open: async ({ waymark }) => {
      const library = await openLibrary(waymark, '', 'rounded');
      await library.click(button('Tag'));
      return filled(library, 'Rename or merge tags…');
    },
  },
  {
    name: 'library-tags',
    ...PAGE,
    open: async ({ waymark }) => {
      const library = await openLibrary(waymark, '', 'rounded');
      await library.click(button('Tag'));
      await library.click(button('Rename or merge tags…'));
      return filled(library, 'Find');
    },
  },
  {
    name: 'library-help',
    ...PAGE,
    open: async ({ waymark }) => {
      const library = await openLibrary(waymark, '', 'rounded');
      await library.evaluate(() =>
        document.querySelector<HTMLElement>('.search-help summary')?.click(),
      );
      return filled(library, 'is:orphan');
    },
  },
  view('library-export', '?export=1', 'Format', 'Everything', 'Download'),
  {
    name: 'library-template',
    ...PAGE,
    open: async ({ waymark }) => {
      const library = await openLibrary(waymark, '?export=1', 'Format');
      await library.click(button('Templates…'));
      await filled(library, 'What it makes of your notes', '## ');
      await library.click(button('Copy as a template of my own'));
      await library.fill({ role: 'textbox', name: 'Template' }, '# {{ today | nowhere }}');
      return filled(library, 'There is no filter called “nowhere”.');
    },
  },
  {
    name: 'library-import',
    ...PAGE,
    open: async ({ waymark }) => {
      const library = await openLibrary(waymark, '', 'Import…');
      await library.click(button('Import…'));
      return filled(library, 'A file can also be dropped anywhere');
    },
  },
  {
    name: 'library-import-report',
    ...PAGE,
    open: async ({ waymark }) => {
      const library = await openLibrary(waymark, '', 'Import…');
      await library.click(button('Import…'));
      await library.chooseFile('File to import', READWISE);
      return filled(library, 'What “readwise.csv” would bring', 'Left out');
    },
  },
  view('actions', '?view=actions', 'Move status out', 'The timeline first'),
  view('bin', '?view=bin', 'No categories, no votes', 'Empty the bin'),
  {
    name: 'bin-confirm',
    ...PAGE,
    open: async ({ waymark }) => {
      const bin = await openLibrary(waymark, '?view=bin', 'Empty the bin');
      await bin.click(button('Empty the bin'));
      return filled(bin, 'Cancel');
    },
  },
  view('map', '?view=map', '29 posts', 'After “'),
  {
    name: 'map-post',
    ...PAGE,
    open: async ({ waymark }) => {
      const map = await openLibrary(waymark, '?view=map', '29 posts', 'After “');
      await map.evaluate(() =>
        document.querySelector<SVGAElement>('a[data-post*=skip-level]')?.focus(),
      );
      return filled(map, 'Mark as ');
    },
  },
  {
    name: 'map-table',
    ...PAGE,
    open: async ({ waymark }) => {
      const map = await openLibrary(waymark, '?view=map', '29 posts', 'After “');
      await map.evaluate(() => document.querySelector<HTMLElement>('details summary')?.click());
      return filled(map, 'Length');
    },
  },
];

/** What they are before there is anything, in a browser that has never opened the blog. */
export const EMPTY_LIBRARY: readonly View<Driver>[] = [
  emptyView('map-empty', '?view=map', 'The shelves are still empty.'),
  emptyView('library-empty', '', 'No notes yet'),
  emptyView('actions-empty', '?view=actions', 'Nothing to do'),
  emptyView('bin-empty', '?view=bin', 'The bin is empty'),
];

function emptyView(name: string, search: string, words: string): View<Driver> {
  return { name, ...PAGE, open: (waymark) => openLibrary(waymark, search, words) };
}

async function openLibrary(
  waymark: Stage['waymark'],
  search: string,
  ...words: string[]
): Promise<Surface> {
  return filled(await waymark.openOwnPage(`library.html${search}`), ...words);
}
