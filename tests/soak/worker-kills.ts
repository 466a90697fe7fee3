import { setTimeout } from 'node:timers/promises';
import type { BlogPage } from '../e2e/driver/blog-page.ts';
import type { BrowserName } from '../e2e/driver/driver.ts';
import { startDriver } from '../e2e/driver/start-driver.ts';
import { waitFor } from '../e2e/driver/wait.ts';
import { readKept } from './kept.ts';
import type { Soak } from './soak.ts';

/** Milliseconds after the key within which the background is killed: before, in and after the write. */
const WITHIN = 40;
/** Highlights made on one post before the next is opened. */
const ON_A_POST = 50;
const WORDS = 3;
/** Milliseconds that all attempts at saving may take together; see lib/messaging/retry.ts. */
const PATIENCE = 30_000;

/** Highlight passage after passage, and kill the background while each is being saved. */
export const killWorkers =
  (browser: BrowserName, name: string): Soak =>
  async ({ server, times, random, log }) => {
    const waymark = await startDriver({ browser, server });
    const made: string[] = [];
    let lost = 0;
    let twice = 0;
    try {
      for (const { path } of server.blog.posts) {
        if (made.length >= times) break;
        const page = await waymark.open(path);
        const passages = (await listPassages(page)).slice(
          0,
          Math.min(ON_A_POST, times - made.length),
        );
        if (passages.length === 0) continue;
        const marked: string[] = [];
        for (const passage of passages) {
          // A passage under something else is not worth a soak.
          const isSelected = await page.select(passage, undefined, '.post-body').then(
            () => true,
            () => false,
          );
          if (!isSelected) continue;
          await waitFor('the toolbar', () => page.findButton('Highlight'));
          await Promise.all([
            page.press('h'),
            setTimeout(random() * WITHIN).then(() => waymark.stopBackground()),
          ]);
          marked.push(passage);
        }
        made.push(...marked);
        const isPainted = async () => (await page.painted()).length === marked.length;
        await waitFor('everything to be painted', isPainted, PATIENCE);
        // What is still being tried is there when it says so; a page that is left tries no more.
        await waitFor(
          'everything to be saved',
          async () => (await waymark.badgeText(page)) === String(marked.length),
          PATIENCE,
        ).catch(() => log(`“${path}”: not all was saved`));
        await page.reload();
        const isThere = async () => (await page.painted()).length > 0;
        await waitFor('the page to be painted again', isThere, PATIENCE);
        await page.close();
        log(`${made.length} of ${times} highlights, each with a kill`);
      }
      const library = await waymark.openOwnPage('options.html');
      const kept = await library.evaluate(readKept);
      const passages = new Set(kept.map(({ passage }) => passage));
      lost = made.filter((passage) => !passages.has(passage)).length;
      twice = kept.length - new Set(kept.map(({ place }) => place)).size;
    } finally {
      await waymark.close();
    }
    return {
      title: `The background of ${name} is killed`,
      what: `Passages are highlighted on the page, and the extension’s background is killed up to ${WITHIN} ms after each key`,
      kills: made.length,
      acknowledged: made.length,
      lost,
      twice,
    };
  };

/** Runs of words of a post that stand in it once, none of which overlap. */
async function listPassages(page: BlogPage): Promise<string[]> {
  const whole = await page.evaluate(() => document.querySelector('.post-body')?.textContent ?? '');
  const words = whole.split(/\s+/);
  const passages: string[] = [];
  for (let at = 0; at + WORDS <= words.length; at += WORDS + 1) {
    const passage = words.slice(at, at + WORDS).join(' ');
    if (/^\w+( \w+)+$/.test(passage) && whole.split(passage).length === 2) passages.push(passage);
  }
  return passages;
}
