import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { createAnnotation } from '../../../lib/annotation/annotation.ts';
import { withNote } from '../../../lib/annotation/changes.ts';
import { startBlogServer } from '../../e2e/rig/blog-server.ts';
import { CANONICAL_ORIGIN } from '../../fixtures/blog/site.ts';
import { buildExtension, launchWithAnnotations, type Reader } from '../extension.ts';
import { load, medianOf, milliseconds, times } from '../measure.ts';
import { type Goal, reachTable } from '../reach.ts';
import { table } from '../table.ts';
import type { Part } from './part.ts';

/** Notes on the post in the tab, and in all: a new reader, and one of years. */
const LIBRARIES = [
  { mine: 10, all: 10 },
  { mine: 10, all: 2000 },
];
const OPENINGS = 25;
/** Openings before those that count: what a browser learns of a page, it learns from them. */
const WARM_UP = 3;
/** How many times as long as the bare page the popup may take. */
const MOST = 1.3;
/** The layout shift up to which Chromium's own measure calls a page still. */
const LARGEST_SHIFT = 0.1;
/** One frame of a screen, in milliseconds: what related posts, made ahead, may come later. */
const FRAME = 1000 / 60;
const RELATED = '.related-post';

interface Contender {
  name: string;
  context: BrowserContext;
  address: string;
  /** What is there when the reader has what they came for. */
  wanted: string;
  /** What is to be there with it. */
  also?: string;
}

/** How long it takes until the popup shows the notes, beside a page that shows a list and does nothing. */
export const measurePopup: Part = async (bench) => {
  const extension = await buildExtension();
  writeFileSync(join(extension, 'bare.html'), bareOf(readFileSync(join(extension, 'popup.html'))));
  const server = await startBlogServer();
  const post = server.blog.posts[0];
  if (!post) throw new Error('The sample blog is empty');
  const source = CANONICAL_ORIGIN + post.path;
  const readers: Reader[] = [];
  const contenders: Contender[] = [];
  const taken = new Map<string, number[]>();
  let shift = 0;
  /** How much later the related posts stood than the notes. */
  const later: number[] = [];
  try {
    for (const library of LIBRARIES) {
      const reader = await launchWithAnnotations(extension, server.port, annotate(source, library));
      readers.push(reader);
      const { context } = reader;
      const { id, origin } = await openPost(context, source);
      const notes = `${library.mine} notes of ${library.all.toLocaleString('en')}`;
      const bare = `${origin}/bare.html`;
      contenders.push({ name: `a bare page (${notes})`, context, address: bare, wanted: 'li' });
      contenders.push({
        name: `popup (${notes})`,
        context,
        address: `${origin}/popup.html?tab=${id}`,
        wanted: 'article',
        also: RELATED,
      });
    }
    for (let round = -WARM_UP; round < OPENINGS; round += 1) {
      for (const contender of contenders) {
        const page = await contender.context.newPage();
        const { wanted: time, also } = await open(page, contender);
        if (round >= 0) taken.set(contender.name, [...(taken.get(contender.name) ?? []), time]);
        if (contender.wanted === 'article') shift = Math.max(shift, await shiftOf(page));
        if (round >= 0 && also !== undefined) later.push(also - time);
        await page.close();
        bench.log(`opening ${round + 1}: ${contender.name} ${milliseconds(time)}`);
      }
    }
  } finally {
    for (const { close } of readers) await close();
    await server.close();
  }
  const medians = Array.from(taken, ([name, list]) => ({ name, median: medianOf(list) }));
  /** Bare pages stand at the even places, each before the popup in the same browser. */
  const bareOfPlace = (place: number) => medians[place - (place % 2)]?.median ?? Number.NaN;
  const goals = medians.flatMap(({ name, median }, place): Goal[] =>
    place % 2 === 0
      ? []
      : [
          {
            goal: `${name}: at most ${MOST} × a bare page`,
            measured: times(median, bareOfPlace(place)),
            reached: median <= MOST * bareOfPlace(place),
          },
        ],
  );
  goals.push({
    goal: `popup: little moves between its first frame and the last note (layout shift under ${LARGEST_SHIFT})`,
    measured: shift.toFixed(3),
    reached: shift < LARGEST_SHIFT,
  });
  const delay = medianOf(later);
  goals.push({
    goal: 'related posts: at most one frame after the notes',
    measured: milliseconds(delay),
    reached: delay <= FRAME,
  });
  return {
    title: 'Popup',
    blocks: [
      `The popup of the production build, opened in a tab for a post of the sample blog, until the frame after which the first of its notes stands; beside it a page of the extension with the same style sheets, a list in its HTML and no script. A new tab each, in turns, medians of ${OPENINGS} openings by the clock (load ${load().toFixed(1)}).`,
      table(
        ['', 'until the list stands', 'ratio'],
        medians.map(({ name, median }, place) => [
          name,
          milliseconds(median),
          times(median, bareOfPlace(place)),
        ]),
      ),
      reachTable(goals),
    ],
  };
};

/** The popup's page without its scripts, and with a list in their place. */
function bareOf(popup: Buffer): string {
  return popup
    .toString()
    .replaceAll(/<script[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g, '')
    .replace('<div id="popup"></div>', '<main><ol><li>A note, and nothing else.</li></ol></main>');
}

function annotate(source: string, { mine, all }: (typeof LIBRARIES)[number]) {
  return Array.from({ length: all }, (_, index) => {
    const of = index < mine ? source : `${CANONICAL_ORIGIN}/2015/01/post-${index % 100}.html`;
    const passage = `Passage ${index}, of as many words as a reader marks in a sentence or two.`;
    const selector = [
      { type: 'TextQuoteSelector' as const, exact: passage, prefix: '', suffix: '' },
    ];
    const made = createAnnotation(
      { source: of, selector, passage },
      new Date(1.7e12 + index * 6e4),
    );
    return index % 2 === 0 ? withNote(made, `A note of *some* words, number ${index}.`) : made;
  });
}

/** Show the post in a tab, as it is when a reader opens the popup. */
async function openPost(context: BrowserContext, source: string) {
  const page = await context.newPage();
  await page.goto(source);
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('The extension does not run');
  const id = await worker.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(of: object): Promise<{ id: number }[]> } };
    };
    return (await chrome.tabs.query({ url }))[0]?.id;
  }, source);
  return { id, origin: `chrome-extension://${new URL(worker.url()).host}` };
}

/** What a page says when all that is waited for stands. */
const STANDS = 'waymark-bench: it stands';

/**
 * Milliseconds from the navigation to the frame after the one in which each thing stood. The page is
 * left alone until then: whoever asks it how far it is works on the thread that is being measured.
 */
async function open(page: Page, { address, wanted, also }: Contender) {
  const selectors = { wanted, ...(also !== undefined && { also }) };
  await page.addInitScript(
    ([watched, stands]) => {
      const waiting = new Set(Object.keys(watched));
      for (const [name, selector] of Object.entries(watched)) {
        const look = () => {
          if (document.querySelector(selector)) {
            // The frame is painted when the next task after it runs.
            setTimeout(() => {
              performance.mark(name);
              waiting.delete(name);
              if (waiting.size === 0) console.debug(stands);
            });
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }
    },
    [selectors, STANDS] as const,
  );
  const standing = page.waitForEvent('console', (message) => message.text() === STANDS);
  await page.goto(address, { waitUntil: 'commit' });
  await standing;
  return page.evaluate(() => ({
    wanted: performance.getEntriesByName('wanted')[0]?.startTime ?? Number.NaN,
    also: performance.getEntriesByName('also')[0]?.startTime,
  }));
}

/** The popup's cumulative layout shift, once all of the post's notes stand as they will stay. */
async function shiftOf(page: Page): Promise<number> {
  await page.waitForFunction(
    (all) =>
      document.querySelectorAll('article').length === all &&
      document.querySelectorAll('.annotation-card-note em').length === all / 2,
    LIBRARIES[0]?.mine,
  );
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[];
          resolve(shifts.reduce((sum, { value }) => sum + value, 0));
        }).observe({ type: 'layout-shift', buffered: true });
        // Nothing is told where nothing has moved.
        requestAnimationFrame(() => setTimeout(() => resolve(0), 100));
      }),
  );
}
