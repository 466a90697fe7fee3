import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Couch, startCouch } from '../../couch/server.ts';
import { comeTogether, type Step, someSteps } from './random-edits.ts';

/** `npm run soak -- sync` sets it, and goes through many more. */
const RUNS = Number(process.env.WAYMARK_SYNC_RUNS ?? 1);
const SEED = process.env.WAYMARK_SYNC_SEED;
/** Steps of a history: in the daily run a few, which are enough for a fault or two. */
const STEPS = RUNS > 10 ? 24 : 14;
const parameters = { numRuns: RUNS, ...(SEED && { seed: Number(SEED) }), endOnFailure: RUNS > 10 };
const PATIENCE = 30_000 + RUNS * 20_000;

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
}, 60_000);
const told = { faults: 0, typed: 0 };
afterAll(async () => {
  await couch.close();
  const report = process.env.WAYMARK_SYNC_REPORT;
  if (report) writeFileSync(report, JSON.stringify(told));
});

/** Go through a history, and count what was in it. Answers the database's address. */
async function goThrough(steps: readonly Step[], devices: number, passphrase?: string) {
  const { address, faults, typed } = await comeTogether(couch, steps, devices, passphrase);
  told.faults += faults;
  told.typed += typed;
  return address;
}

test(
  'whatever is typed on two devices, and whatever happens to them, both end with the same and all of it',
  () =>
    fc.assert(
      fc.asyncProperty(someSteps(2, STEPS), async (steps) => {
        await goThrough(steps, 2);
      }),
      parameters,
    ),
  PATIENCE,
);

test(
  'so do three, and one who reads along on the server sees nothing of it',
  () =>
    fc.assert(
      fc.asyncProperty(someSteps(3, STEPS), async (steps) => {
        const address = await goThrough(steps, 3, 'a passphrase');
        const path = `${new URL(address).pathname}/_all_docs?include_docs=true&conflicts=true`;
        const { json } = await couch.ask('GET', path);
        expect(JSON.stringify(json)).not.toMatch(/text \d|elidedbranches|motivation/);
      }),
      { ...parameters, numRuns: Math.ceil(RUNS / 2) },
    ),
  PATIENCE,
);
