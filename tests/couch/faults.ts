import { setTimeout } from 'node:timers/promises';

/** What can go wrong between a device and the server, or be wrong with it. */
export const FAULTS = [
  'unreachable',
  'cut-before',
  'cut-after',
  'half',
  'garbage',
  'page',
  'twice',
  'slow',
  'full',
  'broken',
  'password',
  'forgets',
  'hides',
] as const;

export type Fault = (typeof FAULTS)[number];

/** How long a server that is too slow takes, and how long devices of tests wait. Milliseconds. */
export const SLOWNESS = 400;
export const PATIENCE = 200;

/**
 * A way to the server that fails from the request of that number on, once or, where that is the
 * fault's nature, as long as it lasts. It never fails by itself.
 */
export function createFaultyFetch(fault: Fault, at: number): typeof fetch {
  let asked = 0;
  return async (input, options) => {
    asked += 1;
    if (asked < at) return fetch(input, options);
    const isFirst = asked === at;
    const address = String(input);
    const isWrite = (options?.method ?? 'GET') !== 'GET';
    switch (fault) {
      case 'unreachable':
        throw new TypeError('fetch failed');
      case 'cut-before':
        if (isFirst) throw new TypeError('the connection was reset');
        break;
      case 'cut-after':
        // The server has done what it was asked, and nobody hears of it.
        if (isFirst) {
          await (await fetch(input, options)).text();
          throw new TypeError('the connection was reset');
        }
        break;
      case 'half':
        if (isFirst) {
          const response = await fetch(input, options);
          const text = await response.text();
          return new Response(text.slice(0, text.length / 2), { status: response.status });
        }
        break;
      case 'garbage':
        if (isFirst) return json({ rows: 'none', results: 5, error: null });
        break;
      case 'page':
        if (isFirst) return new Response('<!doctype html><title>Sign in</title>', { status: 200 });
        break;
      case 'twice':
        await (await fetch(input, options)).text();
        break;
      case 'slow':
        await setTimeout(SLOWNESS);
        options?.signal?.throwIfAborted();
        break;
      case 'full':
        if (isWrite) return json({ error: 'insufficient_storage', reason: 'enospc' }, 507);
        break;
      case 'broken':
        return json({ error: 'internal_server_error', reason: 'function_clause' }, 500);
      case 'password':
        return json({ error: 'unauthorized', reason: 'Name or password is incorrect.' }, 401);
      case 'forgets':
        // It says that it has stored the documents.
        if (isWrite && address.includes('_bulk_docs')) return json([], 201);
        break;
      case 'hides':
        if (address.includes('_changes')) return json({ results: [], last_seq: 10_000 });
        break;
    }
    return fetch(input, options);
  };
}

function json(value: unknown, status = 200): Response {
  return Response.json(value, { status });
}
