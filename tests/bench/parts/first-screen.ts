import { startBlogServer } from '../../e2e/rig/blog-server.ts';
import { createSampleBlog } from '../../fixtures/blog/sample-blog.ts';
import { buildExtension, launchWithAnnotations } from '../extension.ts';
import { medianOf } from '../measure.ts';
import { makeNotes } from '../text/notes.ts';

/** What the library's first screen cost, in milliseconds: of the clock, and of the page's thread. */
export interface FirstScreen {
  count: number;
  clock: number;
  work: number;
}

const ROUNDS = 9;

/** Open the library with each of these numbers of annotations, in turns, and see when notes stand. */
export async function measureFirstScreen(
  counts: readonly number[],
  seed: number,
): Promise<FirstScreen[]> {
  const server = await startBlogServer(createSampleBlog());
  const extension = await buildExtension();
  const readers = await Promise.all(
    counts.map((count) => launchWithAnnotations(extension, server.port, makeNotes(count, seed))),
  );
  const runs = counts.map(() => ({ clock: [] as number[], work: [] as number[] }));
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [index, { context }] of readers.entries()) {
        const [worker] = context.serviceWorkers();
        if (!worker) throw new Error('The background does not run');
        const page = await context.newPage();
        await page.addInitScript(() => {
          const look = () => {
            if (document.querySelector('[role="listitem"]')) performance.mark('first screen');
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        });
        const session = await context.newCDPSession(page);
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        await page.goto(new URL('/library.html', worker.url()).href, { waitUntil: 'commit' });
        await page.waitForFunction(
          () => performance.getEntriesByName('first screen').length > 0,
          undefined,
          { polling: 5 },
        );
        const { metrics } = await session.send('Performance.getMetrics');
        const clock = await page.evaluate(
          () => performance.getEntriesByName('first screen')[0]?.startTime ?? Number.NaN,
        );
        const work = metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
        // The first round warms the browser up.
        if (round > 0) {
          runs[index]?.clock.push(clock);
          runs[index]?.work.push(work * 1000);
        }
        await page.close();
      }
    }
  } finally {
    for (const reader of readers) await reader.close();
    await server.close();
  }
  return counts.map((count, index) => ({
    count,
    clock: medianOf(runs[index]?.clock ?? []),
    work: medianOf(runs[index]?.work ?? []),
  }));
}
