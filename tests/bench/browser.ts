import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../e2e/rig/find-browser.ts';

/**
 * What a page's main thread has worked so far, in milliseconds of its own time: what other
 * programs do meanwhile is not in it.
 */
export interface Work {
  total: number;
  script: number;
  /** Style and layout together. */
  layout: number;
}

/** A page to measure in, and a meter on it. */
export interface MeasuredPage {
  page: Page;
  /** What the page works while something is done. */
  workOf<T>(act: () => Promise<T>): Promise<Work & { result: T }>;
  close(): Promise<void>;
}

/**
 * Start the Chromium to measure in.
 *
 * @throws Error when there is none.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: set WAYMARK_CHROMIUM to its path.');
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  return chromium.launch({ executablePath, args: isRootOnLinux ? ['--no-sandbox'] : [] });
}

/** Open a page of the benchmark. */
export async function openPage(browser: Browser, address: string): Promise<MeasuredPage> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  page.setDefaultTimeout(0);
  await page.goto(address);
  return { page, ...(await meterOn(page)), close: () => page.close() };
}

/** Put a meter on a page. It counts for the process the page is in now. */
export async function meterOn(page: Page): Promise<Pick<MeasuredPage, 'workOf'>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<Work> => {
    const { metrics } = await session.send('Performance.getMetrics');
    const numberOf = (wanted: string) =>
      (metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1000;
    return {
      total: numberOf('TaskDuration'),
      script: numberOf('ScriptDuration'),
      layout: numberOf('RecalcStyleDuration') + numberOf('LayoutDuration'),
    };
  };
  return {
    async workOf(act) {
      const before = await read();
      const result = await act();
      const after = await read();
      return {
        result,
        total: after.total - before.total,
        script: after.script - before.script,
        layout: after.layout - before.layout,
      };
    },
  };
}
