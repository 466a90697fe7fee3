import 'fake-indexeddb/auto';
import { setTimeout } from 'node:timers/promises';
import { type Database, openDatabase } from '../../../lib/storage/database.ts';
import { createListener } from '../../../lib/sync/listener.ts';
import { openRemote, openReplica } from '../../../lib/sync/pouch.ts';
import { runSync } from '../../../lib/sync/run-sync.ts';
import { createSyncJob } from '../../../lib/sync/sync-job.ts';
import { turnOn } from '../../../lib/sync/turn-on.ts';
import { createWire } from '../../../lib/sync/wire.ts';
import { startCouch } from '../../couch/server.ts';
import { createAnnotated } from '../text/annotated.ts';

/*
 * One contender with one server, in a process of its own: `node sync.ts <contender> <seed>
 * <annotations>` writes JSON, in milliseconds and bytes.
 */

const [contender = '', seed = '1', wanted = '10000'] = process.argv.slice(2);
const posts = createAnnotated({ posts: 300, annotations: Number(wanted), seed: Number(seed) });
const annotations = posts.flatMap((post) => post.annotations);
const couch = await startCouch();
const address = await couch.createDatabase();
const credentials = { user: couch.user, password: couch.password };
const measured: Record<string, number> = {};

async function time(name: string, act: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await act();
  measured[name] = performance.now() - began;
}

/** What PouchDB does by itself: documents into a replica, to the server, and into another replica. */
async function replicate(): Promise<void> {
  const options = { batch_size: 100, batches_limit: 2 };
  const [here, there] = [await openReplica('here'), await openReplica('there')];
  const remote = () => openRemote(address, createWire({ fetch, ...credentials }));
  await time('push', async () => {
    await here?.bulkDocs(annotations.map((one) => ({ _id: one.id, version: 1, annotation: one })));
    await here?.replicate.to(remote(), options);
  });
  await time('pull', async () => there?.replicate.from(remote(), options));
}

async function sync(): Promise<void> {
  let sent = 0;
  let requests = 0;
  const counting: typeof fetch = (input, options) => {
    requests += 1;
    if (typeof options?.body === 'string') sent += Buffer.byteLength(options.body);
    return fetch(input, options);
  };
  const createDevice = async (name: string) => {
    const database = openDatabase(name);
    const run = {
      ...{ database, config: { address, ...credentials }, fetch: counting },
      ...{ mayRemove: false, isThorough: false, signal: new AbortController().signal },
      ...{ onProgress: () => {}, onChanged: () => {} },
    };
    return { database, sync: () => runSync(run) };
  };
  const [here, there] = [await createDevice('here'), await createDevice('there')];
  await here.database.annotations.bulkPut(annotations);
  for (const { database } of [here, there]) await turnOn(database, address);
  await time('push', here.sync);
  measured.pushed = sent;
  await time('pull', there.sync);
  requests = 0;
  await here.sync();
  measured.idle = requests;
  sent = 0;
  const [edited] = annotations;
  if (!edited) throw new Error('There is nothing to edit.');
  const modified = new Date(Date.parse(edited.modified) + 1000).toISOString();
  await here.database.annotations.put({ ...edited, modified });
  await time('edit', here.sync);
  measured.bytes = sent;
  await time('arrival', there.sync);
  const find = async () => (await there.database.annotations.get(edited.id))?.modified;
  if ((await find()) !== modified) throw new Error('The edit has not arrived.');

  const stop = await listenIn(there.database);
  const later = new Date(Date.parse(modified) + 1000).toISOString();
  await here.database.annotations.put({ ...edited, modified: later });
  await time('live', async () => {
    const sending = here.sync();
    while ((await find()) !== later) await setTimeout(1);
    await sending;
  });
  await stop();
}

/** Listen as a background does while a page is in front of the reader. Answers how to end that. */
async function listenIn(database: Database): Promise<() => Promise<void>> {
  const asked = Promise.withResolvers<void>();
  const telling: typeof fetch = (input, options) => {
    if (String(input).includes('longpoll')) asked.resolve();
    return fetch(input, options);
  };
  const { locks } = navigator;
  const job = createSyncJob({
    ...{ database, fetch, locks, isOnline: () => true, onChanged: () => {} },
    findConfig: async () => ({ address, ...credentials }),
  });
  const { begin, end } = createListener('listen', job, () => job.run({ mayRemove: false }), {
    ...{ locks, fetch: telling, isWanted: async () => true, now: () => performance.now() },
    wait: async (milliseconds) => setTimeout(milliseconds),
  });
  // A job's first run compares everything, as it does once a week.
  await job.run({ mayRemove: false });
  begin();
  await asked.promise;
  return end;
}

try {
  await (contender === 'Waymark' ? sync() : replicate());
  process.stdout.write(JSON.stringify(measured));
} finally {
  await couch.close();
}
// Replicas that are open keep the process.
process.exit();
