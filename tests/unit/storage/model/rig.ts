import { createNoteHandlers } from '../../../../entrypoints/background/note-handlers.ts';
import { toWaymarkJson } from '../../../../lib/exchange/waymark-json.ts';
import type { BackgroundProtocol } from '../../../../lib/messaging/protocol.ts';
import { type Client, createClient, createServer } from '../../../../lib/messaging/rpc.ts';
import { createAnnotationRepository } from '../../../../lib/storage/annotation-repository.ts';
import { createBulkChanges } from '../../../../lib/storage/bulk-changes.ts';
import { openDatabase } from '../../../../lib/storage/database.ts';
import { createDraftRepository } from '../../../../lib/storage/draft-repository.ts';
import { createLibraryImports } from '../../../../lib/storage/library-imports.ts';
import { createLibraryRepository } from '../../../../lib/storage/library-repository.ts';

/** A context of the extension with a connection to the library of its own. */
export type Context = Awaited<ReturnType<typeof openContext>>;

/** What the note editor asks. */
type Asked = 'openNote' | 'saveNote' | 'saveDraft' | 'discardDraft';

async function openContext(name: string) {
  watchTransactions();
  const database = openDatabase(name);
  await database.open();
  const annotations = createAnnotationRepository(database);
  const drafts = createDraftRepository(database);
  const serve = createServer(
    'background',
    createNoteHandlers({
      annotations,
      drafts,
      announceTarget: async () => {},
      tabClient: () => ({ fitFrame: async () => {}, closeEditor: async () => {} }),
    }) as never,
  );
  const background: Pick<Client<BackgroundProtocol>, Asked> = createClient<BackgroundProtocol>(
    'background',
    async (request) => {
      const answer = await serve(JSON.parse(JSON.stringify(request)), undefined);
      return JSON.parse(JSON.stringify(answer));
    },
  );
  const library = createLibraryRepository(database);
  return {
    database,
    annotations,
    drafts,
    background,
    library,
    bulk: createBulkChanges(database),
    imports: createLibraryImports(database),
    exportAll: async () => toWaymarkJson(await library.read()),
    /** What is being written is not: so does a process end. */
    kill() {
      for (const transaction of listRunning(database.backendDB())) {
        try {
          transaction.abort();
        } catch {
          // It has been committed, and only nobody has heard of it yet.
        }
      }
      database.close();
    },
  };
}

/** The transactions that have neither been committed nor aborted, by their connection. */
const runningOn = new WeakMap<IDBDatabase, Set<IDBTransaction>>();

function listRunning(connection: IDBDatabase): ReadonlySet<IDBTransaction> {
  return runningOn.get(connection) ?? new Set();
}

/** From now on it is known which transactions run. */
function watchTransactions(): void {
  const { transaction: begin } = IDBDatabase.prototype;
  if (begin.name === 'beginWatched') return;
  IDBDatabase.prototype.transaction = function beginWatched(...given) {
    const transaction = begin.apply(this, given);
    const running = runningOn.get(this) ?? new Set();
    runningOn.set(this, running.add(transaction));
    for (const end of ['complete', 'abort']) {
      transaction.addEventListener(end, () => running.delete(transaction));
    }
    return transaction;
  };
}

/** The library, and those who work with it, who may be killed. */
export interface Rig {
  context: Context;
  kills: number;
  /** Have something done. */
  ask<T>(act: (context: Context) => Promise<T>): Promise<T>;
  /**
   * Have something begun, kill whoever does it after some turns of the event loop, and open the
   * library anew. Whether it was done before, nobody has heard.
   */
  askInVain(act: (context: Context) => Promise<unknown>, turns: number): Promise<void>;
}

export async function createRig(name: string): Promise<Rig> {
  const rig: Rig = {
    context: await openContext(name),
    kills: 0,
    ask: (act) => act(rig.context),
    async askInVain(act, turns) {
      act(rig.context).catch(() => undefined);
      for (let turn = 0; turn < turns; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      rig.context.kill();
      rig.kills += 1;
      rig.context = await openContext(name);
    },
  };
  return rig;
}
