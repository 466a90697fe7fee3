import type { CDPSession, Page } from '@playwright/test';
import type { Permalink } from '../../../lib/blog/permalink.ts';
import type { AnnotatedPost } from '../../../lib/markdown/annotated-post.ts';
import { LISTS_VERSION, type RelatedList } from '../../../lib/storage/related-list.ts';
import { startBlogServer } from '../../e2e/rig/blog-server.ts';
import { createSampleBlog } from '../../fixtures/blog/sample-blog.ts';
import { buildExtension, launchWithAnnotations } from '../extension.ts';
import { createAnnotated } from '../text/annotated.ts';

/** What exporting the library cost the page that does it. Milliseconds. */
export interface PageExport {
  format: string;
  /** From the click until the file is there, by the clock. */
  clock: number;
  /** The longest that the page's thread worked without a pause, in thread time. */
  longest: number;
  /** The longest by the clock, which other programs on the machine prolong. */
  longestByClock: number;
}

/** What is exported: a format, and where to. */
const EXPORTS: readonly (readonly [format: string, way: string, option?: string])[] = [
  ['Markdown', 'One file'],
  ['Markdown', 'One file', 'Related posts'],
  ['Markdown for Obsidian', 'One file a post, in a zip'],
  ['Reading notes', 'One file'],
  ['HTML page', 'One file'],
  ['Waymark library (JSON)', 'One file'],
  ['W3C Web Annotations (JSON-LD)', 'One file'],
];

/** A task of a thread, as Chromium's tracing tells of it. Microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** Export all of so many annotations from the library, in a browser, and see how long it pauses. */
export async function measurePageExport(count: number, seed: number): Promise<PageExport[]> {
  const annotated = createAnnotated({ posts: 300, annotations: count, seed });
  const server = await startBlogServer(createSampleBlog());
  const { context, close } = await launchWithAnnotations(
    await buildExtension(),
    server.port,
    annotated.flatMap(({ annotations }) => annotations),
    { posts: annotated.map(toPost), relatedLists: annotated.map(toRelatedList) },
  );
  try {
    const [worker] = context.serviceWorkers();
    if (!worker) throw new Error('The background does not run');
    const address = new URL('/library.html?export=1', worker.url()).href;
    const measured: PageExport[] = [];
    for (const [format, way, option] of EXPORTS) {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await page.goto(address);
      await page.getByLabel('Format', { exact: true }).selectOption({ label: format });
      await page.getByRole('radio', { name: way, exact: true }).check();
      if (option) await page.getByRole('checkbox', { name: option }).check();
      const named = [format, way, option].filter(Boolean).join(', ');
      measured.push({ format: named, ...(await trace(page, session)) });
      await page.close();
    }
    return measured;
  } finally {
    await close();
    await server.close();
  }
}

function toPost({ permalink, title, labels, published, text }: AnnotatedPost) {
  return {
    permalink: permalink as Permalink,
    title,
    labels: [...labels],
    text: text ?? '',
    excerpt: false,
    ...(published && { published }),
  };
}

/** A list as it is made ahead: the posts that follow, for want of any that are related. */
function toRelatedList(
  { permalink }: AnnotatedPost,
  index: number,
  all: readonly AnnotatedPost[],
): RelatedList {
  const related = all.slice(index + 1, index + 6).map((other) => ({
    permalink: other.permalink as Permalink,
    title: other.title,
    score: 0.3,
    terms: ['delegation', 'trust'],
  }));
  const basis = '';
  const address = permalink as Permalink;
  return { permalink: address, version: LISTS_VERSION, basis, related, highlighted: [] };
}

/** Download, and look at every task of the page's thread meanwhile. */
async function trace(page: Page, session: CDPSession): Promise<Omit<PageExport, 'format'>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]));
  });
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  const began = performance.now();
  const download = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByRole('button', { name: 'Download' }).click();
  await download;
  const clock = performance.now() - began;
  await session.send('Tracing.end');
  await complete;
  const tasks = tasksOf(events);
  const longestBy = (lengthOf: (task: TraceEvent) => number | undefined) =>
    Math.max(...tasks.map((task) => lengthOf(task) ?? 0)) / 1000;
  return {
    clock,
    longest: longestBy(({ tdur }) => tdur),
    longestByClock: longestBy(({ dur }) => dur),
  };
}

/** The tasks of the thread that worked most of those that run pages: it is the one that exports. */
function tasksOf(events: readonly TraceEvent[]): TraceEvent[] {
  const keyOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    events.filter(({ args }) => args?.name === 'CrRendererMain').map((event) => keyOf(event)),
  );
  const tasks = events.filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'));
  const workOf = (some: readonly TraceEvent[]) => some.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
  const threads = Map.groupBy(tasks, keyOf);
  return Array.from(threads)
    .filter(([key]) => mains.has(key))
    .map(([, some]) => some)
    .reduce((a, b) => (workOf(b) > workOf(a) ? b : a), []);
}
