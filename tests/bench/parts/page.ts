import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { startBlogServer } from '../../e2e/rig/blog-server.ts';
import { CANONICAL_ORIGIN } from '../../fixtures/blog/site.ts';
import { openPage } from '../browser.ts';
import {
  buildExtension,
  contentScriptSize,
  launchPlain,
  launchWithAnnotations,
  type Reader,
} from '../extension.ts';
import { load, medianOf, milliseconds } from '../measure.ts';
import { table } from '../table.ts';
import type { Bench, Part } from './part.ts';

const COUNTS = [0, 10, 500];
/** Kilobytes the content script may have. */
const LARGEST = 25;
const LOADS = 15;
/** Loads before those that count: what a browser learns of a page, it learns from them. */
const WARM_UP = 2;
/** Milliseconds given to a page after all is painted, for what it does late. */
const SETTLE = 300;
const PLAIN = 'without Waymark';

interface Load {
  reader: string;
  /** Milliseconds the page's main thread worked, until it was quiet. */
  cpu: number;
  /** Milliseconds of the clock from the navigation to the load event, and to the first paint. */
  loaded: number;
  painted: number;
  /** Until the highlights stood. */
  highlighted: number;
}

/** What the extension adds to the load of a page of the blog. */
export const measurePage: Part = async (bench) => {
  const extension = await buildExtension();
  const server = await startBlogServer();
  const post = server.blog.posts.toSorted((a, b) => b.html.length - a.html.length)[0];
  if (!post) throw new Error('The sample blog is empty');
  const address = CANONICAL_ORIGIN + post.path;
  const readers = new Map<string, Reader>();
  const loads: Load[] = [];
  try {
    readers.set(PLAIN, await launchPlain(server.port));
    for (const count of COUNTS) {
      const annotations = await annotate(bench, server.blog.respond(address).body, address, count);
      const reader = await launchWithAnnotations(extension, server.port, annotations);
      readers.set(`${count} annotations`, reader);
    }
    for (let round = -WARM_UP; round < LOADS; round += 1) {
      for (const [name, { context }] of readers) {
        const page = await context.newPage();
        const shown = Number.parseInt(name, 10) > 0;
        const figures = await measureLoad(page, address, shown);
        if (round >= 0) loads.push({ reader: name, ...figures });
        await page.close();
        bench.log(`load ${round + 1}: ${name} ${milliseconds(figures.cpu)}`);
      }
    }
  } finally {
    for (const { close } of readers.values()) await close();
    await server.close();
  }
  const size = contentScriptSize(extension) / 1000;
  return {
    title: 'Page cost',
    blocks: [
      `The content script and its style sheet are ${size.toFixed(1)} kB, compressed (gzip, level 9); the limit is ${LARGEST}.`,
      `The sample blog's longest post, loaded with and without Waymark in turns, medians of ${LOADS} loads (load ${load().toFixed(1)}). *Work* is what the page's main thread worked until it was quiet, with what it added; *load event*, *first paint* and *highlights* are the clock's, from the beginning of the navigation. Annotations may overlap: 500 of them on such a post cover every word many times.`,
      tableOf(Array.from(readers.keys()), loads),
    ],
  };
};

async function annotate(
  { browser, origin, seed }: Bench,
  html: string,
  url: string,
  count: number,
) {
  const { page, close } = await openPage(browser, `${origin}/seed.html`);
  const annotations = await page.evaluate(
    ([source, address, wanted, from]) => globalThis.page.annotate(source, address, wanted, from),
    [html, url, count, seed] as const,
  );
  await close();
  return annotations;
}

async function measureLoad(page: Page, address: string, shown: boolean) {
  // A page of the same site, so that the process which loads the post is there before it.
  await page.goto(`${CANONICAL_ORIGIN}/2000/01/no-such-post.html`);
  await page.addInitScript(() => {
    const look = () => {
      const count = Array.from(CSS.highlights.values(), ({ size }) => size);
      if (count.some((size) => size > 0)) performance.mark('highlighted');
      else requestAnimationFrame(look);
    };
    look();
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const threadTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
  };
  const before = await threadTime();
  await page.goto(address, { waitUntil: 'load' });
  if (shown) {
    await page.waitForFunction(() => performance.getEntriesByName('highlighted').length > 0);
  }
  await setTimeout(SETTLE);
  const cpu = (await threadTime()) - before;
  const times = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    const startOf = (name: string) =>
      performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    return {
      loaded: navigation?.loadEventEnd ?? Number.NaN,
      painted: startOf('first-paint'),
      highlighted: startOf('highlighted'),
    };
  });
  return { cpu, ...times };
}

function tableOf(readers: readonly string[], loads: readonly Load[]): string {
  const median = (reader: string, pick: (load: Load) => number) =>
    medianOf(loads.filter((load) => load.reader === reader).map(pick));
  const work = ({ cpu }: Load) => cpu;
  const loaded = (load: Load) => load.loaded;
  const added = (reader: string, pick: (load: Load) => number) =>
    reader === PLAIN ? '–' : milliseconds(median(reader, pick) - median(PLAIN, pick));
  return table(
    ['', 'work', 'added', 'load event', 'added', 'first paint', 'highlights'],
    readers.map((reader) => [
      reader,
      milliseconds(median(reader, work)),
      added(reader, work),
      milliseconds(median(reader, loaded)),
      added(reader, loaded),
      milliseconds(median(reader, ({ painted }) => painted)),
      milliseconds(median(reader, ({ highlighted }) => highlighted)),
    ]),
  );
}
