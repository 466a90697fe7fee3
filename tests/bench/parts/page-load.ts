import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { CANONICAL_ORIGIN } from '../../fixtures/blog/site.ts';

/** Milliseconds given to a page after all is painted, for what it does late. */
const SETTLE = 300;

/** What one load of a page cost. */
export interface Load {
  /** Milliseconds the page's main thread worked, until it was quiet. */
  cpu: number;
  /** Milliseconds of the clock from the navigation to the load event, and to the first paint. */
  loaded: number;
  painted: number;
  /** Until the highlights stood. */
  highlighted: number;
}

/**
 * Load a page of the blog and see what it costs; with highlights to be shown, until they are.
 */
export async function measureLoad(page: Page, address: string, shown: boolean): Promise<Load> {
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
