import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createAnnotation } from '../../lib/annotation/annotation.ts';
import { buildFor } from '../e2e/driver/create-driver.ts';
import { waitFor } from '../e2e/driver/wait.ts';
import { launchChromium } from '../e2e/rig/launch-chromium.ts';
import { launchFirefox } from '../e2e/rig/launch-firefox.ts';
import { CANONICAL_ORIGIN } from '../fixtures/blog/site.ts';
import { type Kept, readKept } from './kept.ts';
import { saveOne } from './save-one.ts';
import type { Soak } from './soak.ts';

/** Milliseconds for which annotations are being made before the browser is killed. */
const WITHIN = 1500;

/** A running browser with the extension, as much of it as is used here. */
interface Victim {
  /** Open the page that saves; it answers with what is there by now. */
  begin(onAcknowledged: (id: string) => void): Promise<{ kept: Kept[]; save: () => void }>;
  kill(): Promise<void>;
  close(): Promise<void>;
}

const PAGE = 'popup.html?tab=0';

async function startChromium(userDataDir: string, proxyPort: number, round: number) {
  const extensionDir = buildFor('chromium');
  const browser = await launchChromium({ extensionDir, userDataDir, proxyPort });
  return toVictim(browser, await browser.openExtensionPage(PAGE), round);
}

async function startFirefox(userDataDir: string, proxyPort: number, round: number) {
  const extensionDir = buildFor('firefox');
  const browser = await launchFirefox({ extensionDir, userDataDir, proxyPort });
  return toVictim(browser, await browser.openExtensionPage(PAGE), round);
}

/** What both drivers call by the same names. */
interface DrivenPage {
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
}

function toVictim(
  { kill, close }: Pick<Victim, 'kill' | 'close'>,
  driven: unknown,
  round: number,
): Victim {
  const page = driven as DrivenPage;
  return {
    kill,
    close,
    async begin(onAcknowledged) {
      await waitFor('the library’s database', () =>
        page.evaluate(
          async () => (await indexedDB.databases()).some(({ name }) => name === 'waymark'),
          undefined,
        ),
      );
      const kept: Kept[] = await page.evaluate(readKept, undefined);
      return {
        kept,
        // It never ends: the browser does.
        save: () => void saveForEver(page, aHundred(round), onAcknowledged).catch(() => undefined),
      };
    },
  };
}

const STARTS = { Chromium: startChromium, Firefox: startFirefox };

/** Save annotation after annotation, kill the browser meanwhile, and look what the next one finds. */
export const killBrowsers =
  (name: keyof typeof STARTS): Soak =>
  async ({ server, times, random, log }) => {
    const userDataDir = await mkdtemp(join(tmpdir(), 'waymark-soak-'));
    const acknowledged = new Set<string>();
    let lost = 0;
    let twice = 0;
    try {
      for (let kill = 0; kill <= times; kill += 1) {
        const browser = await STARTS[name](userDataDir, server.port, kill);
        const { kept, save } = await browser.begin((id) => acknowledged.add(id));
        const ids = new Set(kept.map(({ id }) => id));
        lost = [...acknowledged].filter((id) => !ids.has(id)).length;
        twice = kept.length - new Set(kept.map(({ place }) => place)).size;
        log(`${kill} kills: ${acknowledged.size} acknowledged, ${kept.length} kept, ${lost} lost`);
        if (kill === times) {
          await browser.close();
          break;
        }
        save();
        await setTimeout(100 + random() * WITHIN);
        await browser.kill();
      }
    } finally {
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    }
    return {
      title: `${name} is killed`,
      what: `Annotations are saved one after another, and the browser gets a SIGKILL within ${WITHIN / 1000} s`,
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

/** Have the background save each, and say what it has. */
async function saveForEver(
  page: DrivenPage,
  annotations: readonly { id: string }[],
  onAcknowledged: (id: string) => void,
): Promise<void> {
  for (const argument of annotations) {
    if (await page.evaluate(saveOne, argument)) onAcknowledged(argument.id);
  }
}
