import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createGroupJob } from '../../../lib/sync/group-job.ts';
import type { Place } from '../../../lib/sync/hear.ts';
import type { Job } from '../../../lib/sync/job.ts';
import { type Listening, listen } from '../../../lib/sync/listen.ts';
import { createListener } from '../../../lib/sync/listener.ts';
import { createSyncJob, type SyncJobServices } from '../../../lib/sync/sync-job.ts';
import { createSyncRows } from '../../../lib/sync/sync-state.ts';
import { turnOn } from '../../../lib/sync/turn-on.ts';
import { createFaultyFetch } from '../../couch/faults.ts';
import { type Couch, startCouch } from '../../couch/server.ts';
import { anAnnotation, writeNote } from '../storage/fresh-database.ts';
import { createDevice, type Device } from './device.ts';
import { createMember, type Member } from './member.ts';

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
}, 60_000);
afterAll(() => couch.close());

const isListening = (address: RequestInfo | URL) => String(address).includes('feed=longpoll');
const given = { locks: navigator.locks, isOnline: () => true };
let ears = 0;

/** A background that listens, until the test is over, and counts what it does. */
function aListener(job: Job<{ mayRemove: boolean }>, services: Partial<Listening> = {}) {
  const counted = { runs: 0, questions: 0 };
  const pauses: number[] = [];
  const counting: typeof fetch = async (input, options) => {
    if (!isListening(input)) return fetch(input, options);
    counted.questions += 1;
    return fetch(input, options);
  };
  const run = () => {
    counted.runs += 1;
    return job.run({ mayRemove: false });
  };
  const wait = async (milliseconds: number) => void pauses.push(milliseconds);
  ears += 1;
  const listener = createListener(`ear ${ears}`, job, run, {
    isWanted: async () => true,
    wait,
    now: () => performance.now(),
    locks: navigator.locks,
    ...services,
    fetch: counting,
  });
  onTestFinished(() => listener.end());
  return { ...listener, counted, pauses };
}

function syncJobOf({ database, config }: Device, services: Partial<SyncJobServices> = {}) {
  const own = { database, findConfig: async () => config, fetch, onChanged: () => {} };
  return createSyncJob({ ...given, ...own, ...services });
}

function groupJobOf({ database, config }: Member) {
  return createGroupJob({ ...given, database, findConfig: async () => config, fetch });
}

async function twoDevices() {
  const address = await couch.createDatabase();
  const here = await createDevice(couch, address);
  const there = await createDevice(couch, address);
  const job = syncJobOf(here);
  await job.run({ mayRemove: false });
  return { here, there, job };
}

const asked = (counted: { questions: number }, times: number) =>
  vi.waitFor(() => expect(counted.questions).toBe(times), { interval: 5 });

describe('who listens', () => {
  test('has what was synced elsewhere as soon as it is on the server', async () => {
    const { here, there, job } = await twoDevices();
    const { begin, counted } = aListener(job);
    begin();
    await asked(counted, 1);
    const annotation = anAnnotation({ note: 'Just written.' });
    await there.annotations.save(annotation);
    await there.sync();
    await vi.waitFor(async () => expect(await here.library()).toEqual([annotation]), {
      timeout: 2000,
      interval: 5,
    });
    await asked(counted, 2);
    expect(counted.runs).toBe(1);
  });

  test('has what a member of the group shares, and what they withdraw', async () => {
    const address = await couch.createDatabase();
    const ada = await createMember(couch, address, 'Ada');
    const grace = await createMember(couch, address, 'Grace');
    const { begin, counted } = aListener(groupJobOf(grace));
    begin();
    await asked(counted, 1);
    const annotation = anAnnotation({ note: 'For all of us.' });
    await ada.share(annotation);
    await ada.sync();
    await vi.waitFor(async () => expect(await grace.others()).toEqual(await ada.shares()));
    expect(await grace.others()).toHaveLength(1);
    await ada.group.share(annotation.id, false);
    await ada.sync();
    await vi.waitFor(async () => expect(await grace.others()).toEqual([]));
  });

  test('learns nothing from what was sent from here', async () => {
    const { here, there, job } = await twoDevices();
    const { begin, counted } = aListener(job);
    begin();
    await asked(counted, 1);
    for (const [at, note] of ['One.', 'Two.', 'Three.'].entries()) {
      await here.annotations.save(anAnnotation({ note }));
      await job.run({ mayRemove: false });
      await asked(counted, at + 2);
    }
    expect(counted.runs).toBe(0);
    await there.annotations.save(anAnnotation({ note: 'Four.' }));
    await there.sync();
    await vi.waitFor(async () => expect(await here.library()).toHaveLength(4));
    expect(counted.runs).toBe(1);
  });

  test('comes to rest after a conflict was settled, on both sides', async () => {
    const { here, there, job } = await twoDevices();
    const annotation = anAnnotation({ note: 'At first.' });
    await here.annotations.save(annotation);
    await job.run({ mayRemove: false });
    await there.sync();
    const ear = aListener(job);
    const other = aListener(syncJobOf(there));
    await writeNote(there.annotations, annotation.id, 'Over there.');
    await writeNote(here.annotations, annotation.id, 'Here.');
    await there.sync();
    for (const { begin } of [ear, other]) begin();
    await vi.waitFor(
      async () => {
        const [mine, theirs] = [await here.library(), await there.library()];
        expect(mine[0]?.formerNotes).toHaveLength(1);
        expect(mine).toEqual(theirs);
      },
      { timeout: 10_000 },
    );
    const rest = async () => {
      const before = ear.counted.questions + other.counted.questions;
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(ear.counted.questions + other.counted.questions).toBe(before);
    };
    await vi.waitFor(rest, { timeout: 10_000 });
    expect(await here.library()).toEqual(await there.library());
    expect(ear.counted.runs + other.counted.runs).toBeLessThan(6);
  });

  test('asks again when the server has held its answer for as long as a background may wait', async () => {
    const { job } = await twoDevices();
    const { begin, counted, pauses } = aListener(job, { patience: 60, now: countingSeconds() });
    begin();
    await vi.waitFor(() => expect(counted.questions).toBeGreaterThan(3));
    expect([counted.runs, pauses]).toEqual([0, []]);
  });

  test('is there once, however often somebody begins, and is gone when it is ended', async () => {
    const { job } = await twoDevices();
    const { begin, end, counted } = aListener(job);
    for (let times = 0; times < 5; times += 1) begin();
    await asked(counted, 1);
    begin();
    await end();
    expect(counted.questions).toBe(1);
    begin();
    await asked(counted, 2);
  });
});

/** A clock by which every look at it is two seconds after the last. */
function countingSeconds() {
  let now = 0;
  return () => {
    now += 2000;
    return now;
  };
}

describe('nobody is asked', () => {
  test('while no page is in front that would show it, and from when there is none any more', async () => {
    const { job } = await twoDevices();
    let left = 3;
    const isWanted = async () => {
      left -= 1;
      return left >= 0;
    };
    const { begin, counted } = aListener(job, { isWanted, patience: 20, now: countingSeconds() });
    begin();
    await asked(counted, 3);
    begin();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(counted.questions).toBe(3);
  });

  test.each([
    ['sync is off', { findConfig: async () => undefined }],
    ['there is no network', { isOnline: () => false }],
    ['sync needs the reader’s attention', {}],
  ])('when %s', async (why, services) => {
    const { here } = await twoDevices();
    const status = { is: 'attention', why: 'password', sent: 0, received: 0 };
    if (why.includes('attention'))
      await here.database.syncState.put({ key: 'status', value: status });
    const { begin, end, counted } = aListener(syncJobOf(here, services));
    begin();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await end();
    expect(counted.questions).toBe(0);
  });
});

describe('a server', () => {
  /** Listen to one that answers so, as long as that lasts; and answer how long it was left alone. */
  async function listenTo(answer: typeof fetch, now: () => number = () => 0) {
    const [questions, pauses] = [vi.fn(answer), [] as number[]];
    const run = vi.fn(async () => {});
    const place: Place = { address: 'http://localhost:1/a', user: '', password: '', since: 7 };
    await listen(
      {
        findPlace: async () => place,
        isWanted: async () => true,
        run,
        fetch: questions,
        wait: async (milliseconds) => void pauses.push(milliseconds),
        now,
      },
      new AbortController().signal,
    );
    return { questions, pauses, run };
  }
  const PAUSES = [1000, 2000, 4000, 8000, 16_000];

  test('that says without end that there is news is asked less and less, and then no more', async () => {
    const always = async () => Response.json({ results: [{ id: 'a' }], last_seq: 1 });
    const { questions, pauses, run } = await listenTo(always);
    expect(pauses).toEqual(PAUSES);
    expect(run).toHaveBeenCalledTimes(5);
    const [address] = questions.mock.calls[0] ?? [];
    const { pathname, searchParams } = new URL(String(address));
    expect(pathname).toBe('/a/_changes');
    expect(Object.fromEntries(searchParams)).toEqual({
      feed: 'longpoll',
      since: '7',
      limit: '1',
      timeout: '20000',
    });
  });

  test.each([
    ['never waits', async () => Response.json({ results: [], last_seq: 7 }), 0],
    ['cannot be reached', createFaultyFetch('unreachable', 1), 0],
    ['fails', createFaultyFetch('broken', 1), 0],
    ['refuses', createFaultyFetch('password', 1), 5],
    ['is no CouchDB', async () => new Response('<!doctype html>'), 5],
    [
      'knows no such database',
      async () => Response.json({ error: 'not_found' }, { status: 404 }),
      5,
    ],
  ] as const)('that %s is, too', async (_, answer, runs) => {
    const { pauses, run } = await listenTo(async (...given) => answer(...given));
    expect(pauses).toEqual(PAUSES);
    // What will not pass by itself the run tells the reader.
    expect(run).toHaveBeenCalledTimes(runs);
  });

  test('that has waited once is asked as if it had always done so', async () => {
    const PATIENT = 4;
    let [asked, now] = [0, 0];
    const answer: typeof fetch = async () => {
      asked += 1;
      if (asked > 15) throw new TypeError('cut');
      if (asked % (PATIENT + 1) === 0) now += 5000;
      return Response.json({ results: [], last_seq: 7 });
    };
    const { pauses } = await listenTo(answer, () => now);
    const hasty = PAUSES.slice(0, PATIENT);
    expect(pauses).toEqual([...hasty, ...hasty, ...hasty, ...PAUSES]);
  });

  test('that has news now and then is asked at once', async () => {
    let left = 9;
    const seldom: typeof fetch = async () => {
      left -= 1;
      if (left < 0) throw new TypeError('cut');
      return Response.json({ results: [{ id: 'a' }], last_seq: 1 });
    };
    const { run, pauses } = await listenTo(seldom, countingSeconds());
    expect(run).toHaveBeenCalledTimes(9);
    expect(pauses).toEqual(PAUSES);
  });
});

test('of a database that was set in place of another everything is news', async () => {
  const { here } = await twoDevices();
  const rows = createSyncRows(here.database);
  await rows.saveSince(99);
  await turnOn(here.database, await couch.createDatabase());
  expect(await rows.findSince()).toBe(0);
});

test.each([1, 2, 3, 4, 5, 6])(
  'what a run did not bring that was ended at step %i is news as before',
  async (step) => {
    const { here, there, job } = await twoDevices();
    await there.annotations.save(anAnnotation({ note: 'Not missed.' }));
    await there.sync();
    let left = step;
    const onStep = () => {
      left -= 1;
      if (left === 0) throw new Error('The worker was killed.');
    };
    await here.sync({ onStep }).catch(() => undefined);
    const { begin } = aListener(job);
    begin();
    await vi.waitFor(async () => expect(await here.library()).toHaveLength(1), { timeout: 3000 });
  },
);

test('a background that begins again hears at once of what came while there was none', async () => {
  const { here, there, job } = await twoDevices();
  await there.annotations.save(anAnnotation({ note: 'In the meantime.' }));
  await there.sync();
  const { begin } = aListener(job);
  begin();
  const { listAll } = createAnnotationRepository(here.database);
  await vi.waitFor(async () => expect(await listAll()).toHaveLength(1));
});
