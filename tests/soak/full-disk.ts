import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnnotation } from '../../lib/annotation/annotation.ts';
import { withNote } from '../../lib/annotation/changes.ts';
import { LEAST_ROOM } from '../../lib/storage/room.ts';
import type { BrowserName } from '../e2e/driver/driver.ts';
import { startDriver } from '../e2e/driver/start-driver.ts';
import type { Surface } from '../e2e/driver/surface.ts';
import { waitFor } from '../e2e/driver/wait.ts';
import { CANONICAL_ORIGIN } from '../fixtures/blog/site.ts';
import { fill, fillSlowly } from './fill.ts';
import { readKept } from './kept.ts';
import { saveOne } from './save-one.ts';
import type { Soak } from './soak.ts';

/** A folder on a disk of its own that may be filled to the last byte, such as a small tmpfs. */
export const DISK = process.env.WAYMARK_SMALL_DISK;

/** Annotations that are tried while there is no room, and then while there is. */
const WHILE_FULL = 10;
const WITH_ROOM = 3;
/** UTF-16 units in each note: more than the browsers keep in memory of what is written. */
const LONG = 100_000;
/** Rounds after which the browser is started again. */
const RESTART = 5;

/**
 * Bytes that are left when the disk is full, round by round: none; what a browser would still write to,
 * and Waymark does not; and so much that it comes to that amid the notes. In every fifth round others
 * fill the disk meanwhile.
 */
const LEFT = [0, LEAST_ROOM / 16, LEAST_ROOM / 2, LEAST_ROOM + 12 * LONG, 'filling'] as const;
/** Annotations that are tried while others fill the disk. */
const WHILE_FILLING = 150;

/** Fill the disk that the library is on, write, make room, and write again. */
export const fillDisk =
  (browser: BrowserName, name: string): Soak =>
  async ({ server, times, log }) => {
    if (!DISK) throw new Error('WAYMARK_SMALL_DISK names no disk that may be filled.');
    const profileDir = await mkdtemp(join(DISK, 'waymark-'));
    const filler = `${profileDir}.filler`;
    const waymark = await startDriver({ browser, server, profileDir });
    const acknowledged = new Set<string>();
    let refused = 0;
    let lost = 0;
    let twice = 0;
    let ended = 0;
    /** Answers false when the browser has ended itself, as Chromium may without room. */
    const tryToSave = async (page: Surface, count: number, about: string) => {
      const made = Array.from({ length: count }, (_, index) => aNote(`${about}, ${index}`));
      for (const annotation of made) {
        const isSaved = await page.evaluate(saveOne, annotation).catch(isEnded);
        if (isSaved === undefined) return false;
        if (isSaved) acknowledged.add(annotation.id);
        else refused += 1;
      }
      return true;
    };
    try {
      // Whatever a browser makes when it starts is there by now.
      await (await waymark.open('/')).close();
      let page = await waymark.openOwnPage('options.html');
      await tryToSave(page, WITH_ROOM, 'Before');
      for (let round = 0; round < times; round += 1) {
        const left = LEFT[round % LEFT.length] ?? 0;
        const others = left === 'filling' ? fillSlowly(filler) : fill(filler, left);
        const count = left === 'filling' ? WHILE_FILLING : WHILE_FULL;
        const isRunning = await tryToSave(page, count, `Round ${round}, full`);
        await others;
        await rm(filler);
        if (!isRunning) {
          ended += 1;
          await waymark.crash();
          page = await waymark.openOwnPage('options.html');
        }
        // A reader who has made room tries until it works.
        const first = aNote(`Round ${round}, with room again`);
        await waitFor('something to be saved again', () => page.evaluate(saveOne, first));
        acknowledged.add(first.id);
        await tryToSave(page, WITH_ROOM, `Round ${round}, with room`);
        if (round % RESTART === RESTART - 1) {
          await waymark.restart();
          page = await waymark.openOwnPage('options.html');
        }
        const kept = await page.evaluate(readKept);
        const ids = new Set(kept.map(({ id }) => id));
        lost = [...acknowledged].filter((id) => !ids.has(id)).length;
        twice = kept.length - new Set(kept.map(({ place }) => place)).size;
        log(
          `${round + 1} times full: ${acknowledged.size} saved, ${refused} refused, ${lost} lost`,
        );
      }
    } finally {
      await waymark.close();
      for (const path of [profileDir, filler]) {
        await rm(path, { recursive: true, force: true, maxRetries: 5 });
      }
    }
    return {
      title: `The disk is full under ${name}`,
      what: `The disk that the profile is on is filled, to the last byte or nearly, beforehand or meanwhile, notes of ${LONG / 1000} kB are written, and again when there is room; ${refused} were refused${ended > 0 ? `; ${ended} times the browser ended itself` : ''}`,
      kills: times,
      acknowledged: acknowledged.size,
      lost,
      twice,
    };
  };

/** What an error says that comes of a browser that is not there any more; another one is thrown. */
function isEnded(error: unknown): undefined {
  if (!/closed|disconnected|crashed/i.test(String(error))) throw error;
}

function aNote(passage: string) {
  const selector = [{ type: 'TextQuoteSelector' as const, exact: passage, prefix: '', suffix: '' }];
  const source = `${CANONICAL_ORIGIN}/2015/01/post.html`;
  return withNote(createAnnotation({ source, selector, passage }), 'x'.repeat(LONG));
}
