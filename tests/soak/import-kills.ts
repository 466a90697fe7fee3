import { setTimeout } from 'node:timers/promises';
import { createAnnotation } from '../../lib/annotation/annotation.ts';
import { toWaymarkJson } from '../../lib/exchange/waymark-json.ts';
import type { BrowserName } from '../e2e/driver/driver.ts';
import { startDriver } from '../e2e/driver/start-driver.ts';
import { waitFor } from '../e2e/driver/wait.ts';
import { CANONICAL_ORIGIN } from '../fixtures/blog/site.ts';
import { readKept } from './kept.ts';
import type { Soak } from './soak.ts';

/** Annotations in each file. */
const MANY = 2000;
/** Milliseconds after the click within which the page is closed: before, in and after the write. */
const WITHIN = 600;
const PATIENCE = 60_000;

const button = (name: string) => ({ role: 'button', name }) as const;

/** A library of annotations that nobody has yet. */
function aFile(round: number): string {
  const annotations = Array.from({ length: MANY }, (_, index) => {
    const passage = `Passage ${index} of file ${round}`;
    const selector = [
      { type: 'TextQuoteSelector' as const, exact: passage, prefix: '', suffix: '' },
    ];
    const source = `${CANONICAL_ORIGIN}/2015/01/post-${index % 10}.html`;
    return createAnnotation({ source, selector, passage });
  });
  return toWaymarkJson({ annotations, drafts: [], posts: [], readings: [], colourNames: {} });
}

/** Import file after file, kill the background and close the page meanwhile. */
export const killImports =
  (browser: BrowserName, name: string): Soak =>
  async ({ server, times, random, log }) => {
    const waymark = await startDriver({ browser, server });
    let before = 0;
    let halves = 0;
    let twice = 0;
    try {
      const look = await waymark.openOwnPage('options.html');
      for (let round = 0; round < times; round += 1) {
        const library = await waymark.openLibrary();
        await library.click(button('Import…'));
        await library.chooseFile('File to import', { name: 'library.json', text: aFile(round) });
        const isRead = async () => (await library.text()).includes('2,000 new notes');
        await waitFor('the report', isRead, PATIENCE);
        await library.click(button('Import'));
        await setTimeout(random() * WITHIN);
        await waymark.stopBackground();
        await library.close();
        const kept = await look.evaluate(readKept);
        if ((kept.length - before) % MANY !== 0) halves += 1;
        twice = kept.length - new Set(kept.map(({ place }) => place)).size;
        before = kept.length;
        log(`${round + 1} imports broken off, ${kept.length / MANY} of them whole`);
      }
    } finally {
      await waymark.close();
    }
    return {
      title: `An import in ${name} is broken off`,
      what: `Files of ${MANY} annotations are imported, and the page is closed within ${WITHIN / 1000} s, after the background was killed; of each all is there or nothing`,
      kills: times,
      acknowledged: before,
      lost: halves,
      twice,
    };
  };
