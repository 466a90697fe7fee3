import * as v from 'valibot';
import { isPassing, toSyncError } from './failure.ts';
import { type SyncConfig, serverOf } from './sync-config.ts';
import { createWire } from './wire.ts';

/** A database, and how far into its changes everything is known here. */
export interface Place extends SyncConfig {
  since: number | string;
}

/**
 * What came of listening once: something has changed, or nothing has; the server could not be
 * reached, or it answers something else, which the next run will explain to the reader.
 */
export type Heard = 'news' | 'nothing' | 'unreachable' | 'refused';

/**
 * How long a server is to hold its answer back while there is none. Browsers end a background whose
 * request takes longer than half a minute, and one that does nothing else for so long.
 */
const HOLD = 20_000;

/** Not all servers obey that: PouchDB Server goes on holding. Milliseconds. */
const PATIENCE = 25_000;

/** One change, with the names of its revisions. Bytes. */
const LONGEST_ANSWER = 1024 * 1024;

const changesSchema = v.object({ results: v.array(v.unknown()) });

/**
 * Ask a database for the next change after those that are known, and wait for it: `_changes` with
 * `feed=longpoll`, https://docs.couchdb.org/en/stable/api/database/changes.html#long-polling. It
 * never fails.
 *
 * @param given `patience` in milliseconds for the whole answer.
 */
export async function hear(
  place: Place,
  given: { fetch: typeof fetch; signal: AbortSignal; patience?: number },
): Promise<Heard> {
  const { user, password, since } = place;
  const patience = given.patience ?? PATIENCE;
  const wire = createWire({ ...given, user, password, patience, longest: LONGEST_ANSWER });
  const query = new URLSearchParams({
    feed: 'longpoll',
    since: String(since),
    limit: '1',
    timeout: String(HOLD),
  });
  try {
    const response = await wire.fetch(`${serverOf(place).database}/_changes?${query}`);
    const read = v.safeParse(changesSchema, await response.json());
    if (!response.ok || !read.success) return 'refused';
    return read.output.results.length > 0 ? 'news' : 'nothing';
  } catch (error) {
    const { fault } = toSyncError(error);
    if (fault === 'slow') return 'nothing';
    return isPassing(fault) ? 'unreachable' : 'refused';
  }
}
