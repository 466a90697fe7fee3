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
import { type Load, measureLoad } from './page-load.ts';
import type { Bench, Part } from './part.ts';

const COUNTS = [0, 10, 500];
/** Kilobytes the content script may have. */
const LARGEST = 25;
const LOADS = 15;
/** Loads before those that count: what a browser learns of a page, it learns from them. */
const WARM_UP = 2;
const PLAIN = 'without Waymark';

/** A load, and whose. */
type ReaderLoad = Load & { reader: string };

/** What the extension adds to the load of a page of the blog. */
export const measurePage: Part = async (bench) => {
  const extension = await buildExtension();
  const server = await startBlogServer();
  const post = server.blog.posts.toSorted((a, b) => b.html.length - a.html.length)[0];
  if (!post) throw new Error('The sample blog is empty');
  const address = CANONICAL_ORIGIN + post.path;
  const readers = new Map<string, Reader>();
  const loads: ReaderLoad[] = [];
  try {
    readers.set(PLAIN, await launchPlain(server.port));
    for (const count of COUNTS) {
      const annotations = await annotate(
        bench,
        String(server.blog.respond(address).body),
        address,
        count,
      );
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

function tableOf(readers: readonly string[], loads: readonly ReaderLoad[]): string {
  const median = (reader: string, pick: (load: ReaderLoad) => number) =>
    medianOf(loads.filter((load) => load.reader === reader).map(pick));
  const work = ({ cpu }: ReaderLoad) => cpu;
  const loaded = (load: ReaderLoad) => load.loaded;
  const added = (reader: string, pick: (load: ReaderLoad) => number) =>
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
