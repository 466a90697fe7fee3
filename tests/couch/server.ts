import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { installCouch } from './install.ts';

/** A CouchDB of someone else's making, on loopback, with one reader who may use it. */
export interface Couch {
  port: number;
  /** `http://127.0.0.1:…`, without a slash at its end. */
  origin: string;
  user: string;
  password: string;
  /** Ask it something as its reader. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }>;
  /** Make a database with a name nobody has used; answers its address. */
  createDatabase(): Promise<string>;
  /** Let somebody else in who is no administrator. */
  createUser(name: string, password: string): Promise<{ user: string; password: string }>;
  close(): Promise<void>;
}

const [USER, PASSWORD] = ['reader', 'a pass: wörd'];
/** How long it may take to start on a machine that does something else. Milliseconds. */
const PATIENCE = 30_000;
let made = 0;

export async function startCouch(): Promise<Couch> {
  installCouch();
  const port = await findFreePort();
  const folder = mkdtempSync(join(tmpdir(), 'waymark-couch-'));
  const child = fork(join(import.meta.dirname, 'serve.cjs'), [String(port), folder], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--no-deprecation'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  const credentials = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
  const ask: Couch['ask'] = async (method, path, body) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { Authorization: `Basic ${credentials}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
  const close = async () => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await waitUntilReady(origin, () => child.exitCode !== null);
    const admin = `${origin}/_config/admins/${USER}`;
    await fetch(admin, { method: 'PUT', body: JSON.stringify(PASSWORD) });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    port,
    origin,
    user: USER,
    password: PASSWORD,
    ask,
    async createDatabase() {
      made += 1;
      const name = `library-${made}`;
      const { status } = await ask('PUT', `/${name}`);
      if (status >= 300) throw new Error(`The database was not made: ${status}`);
      return `${origin}/${name}`;
    },
    async createUser(name, secret) {
      const id = `org.couchdb.user:${name}`;
      const user = { name, password: secret, roles: [], type: 'user' };
      const { status } = await ask('PUT', `/_users/${id}`, user);
      if (status >= 300) throw new Error(`The user was not made: ${status}`);
      return { user: name, password: secret };
    },
    close,
  };
}

async function waitUntilReady(origin: string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(origin).catch(() => undefined);
    if (answer?.ok) return;
    if (hasEnded() || Date.now() > deadline) throw new Error('PouchDB Server has not started.');
    await setTimeout(50);
  }
}

export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  return address.port;
}
