import { expect, test, vi } from 'vitest';
import { createRoom } from '../../../lib/storage/room.ts';
import { fetchWithRoom } from '../../../lib/sync/fetch-with-room.ts';
import { parseServerAddress } from '../../../lib/sync/server-address.ts';
import { createWire } from '../../../lib/sync/wire.ts';

const ADDRESS = 'https://couch.example/notes';
const credentials = { user: 'Jörg', password: 'pässword' };

test('every request says who the reader is, follows nowhere, and brings no cookie', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  await createWire({ fetch, ...credentials }).fetch(ADDRESS);
  const [, options] = fetch.mock.calls[0] ?? [];
  expect(options).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
  const [scheme, encoded = ''] = (new Headers(options?.headers).get('Authorization') ?? '').split(
    ' ',
  );
  expect(scheme).toBe('Basic');
  expect(Buffer.from(encoded, 'base64').toString()).toBe('Jörg:pässword');
});

test('after a failure nothing more is asked, and it is known what the first one was', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}, { status: 507 }));
  const wire = createWire({ fetch, ...credentials });
  await expect(wire.fetch(ADDRESS)).rejects.toMatchObject({ fault: 'full' });
  await expect(wire.fetch(ADDRESS)).rejects.toMatchObject({ fault: 'full' });
  expect(fetch).toHaveBeenCalledOnce();
  expect(wire.failure()).toMatchObject({ fault: 'full' });
});

test('nothing is asked for that the disk has no room for', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({}));
  let [free, time] = [1e12, 0];
  const room = createRoom(
    async () => ({ usage: 0, quota: free, usageDetails: {} }),
    () => (time += 1000),
  );
  const wire = createWire({ fetch: fetchWithRoom(fetch, room), ...credentials });
  await expect(wire.fetch(ADDRESS)).resolves.toBeInstanceOf(Response);
  free = 1000;
  await expect(wire.fetch(ADDRESS)).rejects.toMatchObject({ fault: 'local-full' });
  expect(fetch).toHaveBeenCalledOnce();
  expect(wire.failure()).toMatchObject({ fault: 'local-full' });
});

test('an answer that never comes is waited for no longer than patience lasts', async () => {
  const fetch: typeof globalThis.fetch = (_, options) =>
    new Promise((_, reject) => {
      options?.signal?.addEventListener('abort', () => reject(options.signal?.reason));
    });
  const wire = createWire({ fetch, ...credentials, patience: 20 });
  await expect(wire.fetch(ADDRESS)).rejects.toMatchObject({ fault: 'slow' });
});

test('an answer longer than any honest one is not read to its end', async () => {
  let [read, isCancelled] = [0, false];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      read += 1;
      controller.enqueue(new Uint8Array(100).fill(32));
    },
    cancel() {
      isCancelled = true;
    },
  });
  const fetch: typeof globalThis.fetch = async () => new Response(body);
  const wire = createWire({ fetch, ...credentials, longest: 1000 });
  await expect(wire.fetch(ADDRESS)).rejects.toMatchObject({ fault: 'not-couchdb' });
  expect(isCancelled).toBe(true);
  expect(read).toBeLessThan(20);
});

test('who ends it is no failure of the server', async () => {
  const stop = new AbortController();
  stop.abort();
  const fetch: typeof globalThis.fetch = async (_, options) => {
    options?.signal?.throwIfAborted();
    return Response.json({});
  };
  const wire = createWire({ fetch, ...credentials, signal: stop.signal });
  await expect(wire.fetch(ADDRESS)).rejects.toThrow('aborted');
  expect(wire.failure()).toBeUndefined();
});

test.each([
  ['https://couch.example/notes/', 'https://couch.example/notes', 'https://couch.example/*'],
  [
    'https://a.example:6984/couch/my%2Bnotes',
    'https://a.example:6984/couch/my%2Bnotes',
    'https://a.example/*',
  ],
  ['http://localhost:5984/notes', 'http://localhost:5984/notes', 'http://localhost/*'],
  [
    'https://who:what@couch.example/notes?x#y',
    'https://couch.example/notes',
    'https://couch.example/*',
  ],
])('the database %s is at %s, and its host is to be allowed as %s', (typed, database, origin) => {
  expect(parseServerAddress(` ${typed} `)).toMatchObject({ database, origin });
});

test.each([
  ['http://couch.example/notes', 'not-secure'],
  ['http://127.0.0.1.example/notes', 'not-secure'],
  ['https://couch.example/', 'no-database'],
  ['https://couch.example/_users', 'no-database'],
  ['https://couch.example/Notes', 'no-database'],
  ['javascript:alert(1)', 'no-address'],
  ['', 'no-address'],
])('%j will not do: %s', (typed, fault) => {
  expect(parseServerAddress(typed)).toBe(fault);
});
