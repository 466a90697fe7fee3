import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createAnnotation } from '../../lib/annotation/annotation.ts';
import { buildFor } from '../e2e/driver/create-driver.ts';
import { launchChromium } from '../e2e/rig/launch-chromium.ts';
import { CANONICAL_ORIGIN } from '../fixtures/blog/site.ts';
import { type Kept, readKept } from './kept.ts';
import type { Soak } from './soak.ts';

/** Milliseconds for which annotations are being made before the browser is killed. */
const WITHIN = 1500;

/** Save annotation after annotation, kill the browser meanwhile, and look what the next one finds. */
export const killBrowsers: Soak = async ({ server, times, random, log }) => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'waymark-soak-'));
  const acknowledged = new Set<string>();
  let lost = 0;
  let twice = 0;
  try {
    for (let kill = 0; kill <= times; kill += 1) {
      const browser = await launchChromium({
        extensionDir: buildFor('chromium'),
        userDataDir,
        proxyPort: server.port,
      });
      const page = await browser.openExtensionPage('popup.html?tab=0');
      await page.waitForFunction(async () =>
        (await indexedDB.databases()).some(({ name }) => name === 'waymark'),
      );
      const kept: Kept[] = await page.evaluate(readKept);
      const ids = new Set(kept.map(({ id }) => id));
      lost = [...acknowledged].filter((id) => !ids.has(id)).length;
      twice = kept.length - new Set(kept.map(({ passage }) => passage)).size;
      log(`${kill} kills: ${acknowledged.size} acknowledged, ${kept.length} kept, ${lost} lost`);
      if (kill === times) {
        await browser.close();
        break;
      }
      page.on('console', (message) => {
        const [, id] = /^acknowledged (\S+)$/.exec(message.text()) ?? [];
        if (id) acknowledged.add(id);
      });
      // It never ends: the browser does.
      page.evaluate(saveForEver, aHundred(kill)).catch(() => undefined);
      await setTimeout(100 + random() * WITHIN);
      for (const id of listProcesses(userDataDir)) process.kill(id, 'SIGKILL');
      await browser.close().catch(() => undefined);
    }
  } finally {
    await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
  return {
    title: 'The browser is killed',
    what: `Annotations are saved one after another, and the browser gets a SIGKILL within ${WITHIN / 1000} s (Chromium)`,
    kills: times,
    acknowledged: acknowledged.size,
    lost,
    twice,
  };
};

function aHundred(round: number) {
  return Array.from({ length: 2000 }, (_, index) => {
    const passage = `Passage ${index} of round ${round}`;
    const selector = [
      { type: 'TextQuoteSelector' as const, exact: passage, prefix: '', suffix: '' },
    ];
    const source = `${CANONICAL_ORIGIN}/2015/01/post-${index % 10}.html`;
    return createAnnotation({ source, selector, passage });
  });
}

/** Sent to a page of the extension as text: have the background save each, and say what it has. */
async function saveForEver(annotations: readonly { id: string }[]): Promise<void> {
  const { runtime } = (
    globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
    }
  ).chrome;
  for (const argument of annotations) {
    const { ok } = await runtime.sendMessage({
      to: 'background',
      call: 'saveAnnotation',
      argument,
    });
    if (ok) console.log(`acknowledged ${argument.id}`);
  }
}

/** The browser's own process, which this soak has started: the others end with it. */
function listProcesses(userDataDir: string): number[] {
  const found = execFileSync('pgrep', ['-f', `user-data-dir=${userDataDir}`], { encoding: 'utf8' });
  return found.trim().split('\n').map(Number);
}
