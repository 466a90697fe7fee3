import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { noteOf } from '../../../lib/annotation/annotation.ts';
import { withNote } from '../../../lib/annotation/changes.ts';
import { type Couch, startCouch } from '../../couch/server.ts';
import { anAnnotation, writeNote } from '../storage/fresh-database.ts';
import { createDevice, type Device } from './device.ts';

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
}, 60_000);
afterAll(() => couch.close());

async function twoDevices(passphrase?: string): Promise<[Device, Device]> {
  const address = await couch.createDatabase();
  return [
    await createDevice(couch, address, passphrase),
    await createDevice(couch, address, passphrase),
  ];
}

describe('between two devices', () => {
  test('what is made on one is there on the other, and nothing goes to and fro', async () => {
    const [here, there] = await twoDevices();
    const annotation = anAnnotation({ note: 'A thought.' });
    await here.annotations.save(annotation);
    expect(await here.sync()).toMatchObject({ sent: 1, received: 0 });
    expect(await there.sync()).toMatchObject({ sent: 0, received: 1, merged: 0 });
    expect(await there.annotations.listAll()).toEqual([annotation]);
    expect(there.changed).toEqual([annotation]);
    // Else it would be sent back, with a run for that alone.
    expect(await there.database.outbox.count()).toBe(0);
    expect(await there.sync()).toMatchObject({ sent: 0, received: 0 });
    expect(await here.sync()).toMatchObject({ sent: 0, received: 0 });
    expect(await there.database.outbox.count()).toBe(0);
  });

  test('who joins does not offer the server what has just come from it, then or later', async () => {
    const [here, there] = await twoDevices();
    for (let count = 0; count < 5; count += 1) await here.annotations.save(anAnnotation());
    await here.sync();
    const offered: string[] = [];
    const listening: typeof fetch = (input, options) => {
      if (String(input).includes('_revs_diff')) offered.push(String(options?.body));
      return fetch(input, options);
    };
    expect(await there.sync({ fetch: listening })).toMatchObject({ sent: 0, received: 5 });
    const annotation = anAnnotation();
    await there.annotations.save(annotation);
    expect(await there.sync({ fetch: listening })).toMatchObject({ sent: 1 });
    expect(offered.flatMap((body) => Object.keys(JSON.parse(body)))).toEqual([annotation.id]);
    await here.sync();
    expect(await here.library()).toEqual(await there.library());
  });

  test('two notes written at once are both kept on both', async () => {
    const [here, there] = await twoDevices();
    const { id } = anAnnotation();
    const annotation = { ...anAnnotation(), id };
    await here.annotations.save(annotation);
    await here.sync();
    await there.sync();
    await writeNote(here.annotations, id, 'Written here.');
    await writeNote(there.annotations, id, 'Written over there.');
    await here.sync();
    expect(await there.sync()).toMatchObject({ merged: 1 });
    const path = `${new URL(here.config.address).pathname}/${id}?conflicts=true`;
    expect((await couch.ask('GET', path)).json).not.toHaveProperty('_conflicts');
    await here.sync();
    expect(await here.library()).toEqual(await there.library());
    const [kept = annotation] = await here.library();
    const former = kept.formerNotes?.map(({ note }) => note);
    expect([noteOf(kept), former]).toEqual(['Written over there.', ['Written here.']]);
  });

  test.each([1, 2, 3, 4, 5])(
    'what is written at step %i of a run arrives with the next',
    async (step) => {
      const [here, there] = await twoDevices();
      const annotation = anAnnotation({ note: 'At first.' });
      await here.annotations.save(annotation);
      let left = step;
      let writing: Promise<unknown> = Promise.resolve();
      await here.sync({
        onStep: () => {
          left -= 1;
          // In the table itself: whatever else were waited for, the run would be past the step.
          if (left === 0)
            writing = here.database.annotations.put(withNote(annotation, 'And then.'));
        },
      });
      await writing;
      await here.sync();
      await there.sync();
      const [arrived = annotation] = await there.library();
      expect(noteOf(arrived)).toBe('And then.');
      expect(await here.library()).toEqual(await there.library());
    },
  );

  test('what is deleted goes to the bin of the other, and is forgotten there with the bin', async () => {
    const [here, there] = await twoDevices();
    const annotation = anAnnotation();
    await here.annotations.save(annotation);
    await here.sync();
    await there.sync();
    await there.annotations.delete(annotation.id);
    await there.sync();
    await here.sync();
    expect(await here.annotations.listAll()).toEqual([]);
    expect(await here.bulk.listDeleted()).toHaveLength(1);
    await here.bulk.purge([annotation.id]);
    await here.sync();
    await there.sync();
    expect(await there.library()).toEqual([]);
  });
});

test('a sync with nothing to do asks ten times, and looks at nothing anew', async () => {
  const [here] = await twoDevices();
  for (const start of [1, 2, 3]) await here.annotations.save(anAnnotation({ start }));
  await here.sync();
  const asked: string[] = [];
  const counting: typeof fetch = (input, options) => {
    asked.push(`${options?.method ?? 'GET'} ${input}`);
    return fetch(input, options);
  };
  await here.sync({ fetch: counting });
  expect(asked.length, asked.join(' ')).toBeLessThanOrEqual(10);
});

describe('a sync that would remove much', () => {
  const twelve = () => Array.from({ length: 12 }, (_, start) => anAnnotation({ start }));

  test('here stops before it does, takes over all the rest, and goes on when the reader says so', async () => {
    const [here, there] = await twoDevices();
    const annotations = twelve();
    for (const annotation of annotations) await here.annotations.save(annotation);
    await here.sync();
    await there.sync();
    await there.bulk.delete(annotations.slice(0, 10).map(({ id }) => id));
    await there.annotations.save(anAnnotation({ start: 99 }));
    await there.sync({ mayRemove: true });
    await expect(here.sync()).rejects.toMatchObject({ fault: 'removes', count: 10 });
    expect(await here.annotations.listAll()).toHaveLength(13);
    await expect(here.sync()).rejects.toMatchObject({ fault: 'removes', count: 10 });
    await here.sync({ mayRemove: true });
    expect(await here.annotations.listAll()).toHaveLength(3);
  });

  test('there stops before anything is sent', async () => {
    const [here, there] = await twoDevices();
    const annotations = twelve();
    for (const annotation of annotations) await here.annotations.save(annotation);
    await here.sync();
    await here.bulk.delete(annotations.map(({ id }) => id));
    await expect(here.sync()).rejects.toMatchObject({ fault: 'removes', count: 12 });
    await there.sync();
    expect(await there.annotations.listAll()).toHaveLength(12);
  });
});

test('a server that lost everything gets everything back', async () => {
  const [here, there] = await twoDevices();
  await here.annotations.save(anAnnotation({ note: 'A thought.' }));
  await here.sync();
  await there.sync();
  const path = new URL(here.config.address).pathname;
  await couch.ask('DELETE', path);
  await expect(here.sync()).rejects.toMatchObject({ fault: 'no-database' });
  await couch.ask('PUT', path);
  await there.sync();
  expect(await here.sync()).toMatchObject({ sent: 0 });
  const third = await createDevice(couch, here.config.address);
  await third.sync();
  expect(await third.library()).toEqual(await here.library());
});

/** All documents of a database as they are now; and to put them there again, and nothing else. */
async function takeState(path: string) {
  const { json } = await couch.ask('GET', `${path}/_all_docs`);
  const ids = (json as { rows: { id: string }[] }).rows.map(({ id }) => id);
  const docs = await Promise.all(
    ids.map(async (id) => (await couch.ask('GET', `${path}/${id}?revs=true`)).json),
  );
  return async () => {
    await couch.ask('DELETE', path);
    await couch.ask('PUT', path);
    await couch.ask('POST', `${path}/_bulk_docs`, { docs, new_edits: false });
  };
}

test.each([false, true])(
  'a server that goes back to an old state takes no device back with it, and is brought up again (everything compared: %s)',
  async (isThorough) => {
    const [here, there] = await twoDevices('a passphrase');
    const [changed, deleted] = [anAnnotation({ note: 'At first.' }), anAnnotation({ start: 9 })];
    for (const annotation of [changed, deleted]) await here.annotations.save(annotation);
    await here.sync();
    const restore = await takeState(new URL(here.config.address).pathname);
    await writeNote(here.annotations, changed.id, 'And then.');
    await here.annotations.delete(deleted.id);
    await here.sync();
    await there.sync();
    const before = await here.library();
    await restore();
    for (const device of [there, here]) await device.sync({ isThorough });
    expect(await here.library()).toEqual(before);
    expect(await there.library()).toEqual(before);
    // Who has never seen what is newer gets it all the same.
    const third = await createDevice(couch, here.config.address, 'a passphrase');
    await third.sync();
    expect(await third.library()).toEqual(before);
  },
);

test('what others put into the database is left alone, and nothing of it is taken over', async () => {
  const [here, there] = await twoDevices();
  const annotation = anAnnotation();
  await here.annotations.save(annotation);
  await here.sync();
  const path = new URL(here.config.address).pathname;
  const id = '0192f0a0-0000-7000-8000-000000000000';
  const target = { source: 'javascript:alert(1)', selector: [], passage: '' };
  await couch.ask('PUT', `${path}/${id}`, {
    version: 1,
    annotation: { ...annotation, id, target },
  });
  await couch.ask('PUT', `${path}/recipes`, { bread: ['flour', 'water'] });
  await couch.ask('PUT', `${path}/_design/x`, { filters: { f: 'function () { throw 1; }' } });
  expect(await there.sync()).toMatchObject({ foreign: 1 });
  expect(await there.library()).toEqual([annotation]);
  await writeNote(there.annotations, annotation.id, 'And on.');
  await there.sync();
  await here.sync();
  expect(await here.library()).toEqual(await there.library());
});

test('of a document that was tampered with on the server nothing is taken, and the own one goes on', async () => {
  const [here, there] = await twoDevices('a passphrase');
  const annotation = anAnnotation({ note: 'Mine.' });
  await here.annotations.save(annotation);
  await here.sync();
  await there.sync();
  const path = `${new URL(here.config.address).pathname}/${annotation.id}`;
  const { json } = await couch.ask('GET', path);
  await couch.ask('PUT', path, { ...(json as object), sealed: 'AAAA' });
  expect(await there.sync()).toMatchObject({ foreign: 1 });
  await writeNote(here.annotations, annotation.id, 'Still mine.');
  await here.sync();
  await there.sync();
  const [kept = annotation] = await there.library();
  expect(noteOf(kept)).toBe('Still mine.');
  expect(await here.library()).toEqual(await there.library());
});

test('a clock that was set back is no reason to stop, or to lose anything', async () => {
  const [here, there] = await twoDevices();
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    vi.setSystemTime('2026-05-01T10:00:00.000Z');
    await here.annotations.save(anAnnotation({ note: 'Before.' }));
    await here.sync();
    vi.setSystemTime('2026-04-01T10:00:00.000Z');
    await here.annotations.save(anAnnotation({ start: 3, note: 'After.' }));
    expect(await here.sync()).toMatchObject({ sent: 1 });
    await there.sync();
    expect(await there.library()).toEqual(await here.library());
    expect(await there.library()).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});
