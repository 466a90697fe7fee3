import { toBase64, toUtf8 } from './bytes.ts';
import { faultOfStatus, SyncError } from './failure.ts';

/**
 * The way to the server: every request goes through here, and nowhere else. When one has failed,
 * none is made any more: whoever begins anew makes another wire.
 */
export interface Wire {
  /** @throws SyncError for whatever is not an answer of CouchDB's protocol. */
  fetch: typeof fetch;
  /** What went wrong, told apart better than PouchDB tells it; undefined when nothing did. */
  failure(): SyncError | undefined;
  /** Bytes of bodies that went out and came in. */
  traffic(): { sent: number; received: number };
}

export interface WireOptions {
  fetch: typeof fetch;
  user: string;
  password: string;
  /** Ends everything that is under way. */
  signal?: AbortSignal;
  /** Milliseconds for one answer, to its end. */
  patience?: number;
  /** Bytes of one answer, at most. */
  longest?: number;
}

/** A minute: a hundred documents over a slow line. */
const PATIENCE = 60_000;

/** A batch of a hundred documents of the largest notes; no honest answer is longer. Bytes. */
const LONGEST_ANSWER = 256 * 1024 * 1024;

export function createWire(given: WireOptions): Wire {
  const { fetch, user, password, signal, patience, longest = LONGEST_ANSWER } = given;
  const authorization = `Basic ${toBase64(toUtf8(`${user}:${password}`))}`;
  const traffic = { sent: 0, received: 0 };
  let failure: SyncError | undefined;

  const ask = async (request: RequestInfo | URL, options: RequestInit = {}) => {
    if (failure) throw failure;
    const headers = new Headers(options.headers);
    if (user !== '') headers.set('Authorization', authorization);
    const timeout = AbortSignal.timeout(patience ?? PATIENCE);
    const signals = [timeout, signal, options.signal].filter((one) => one != null);
    if (typeof options.body === 'string') traffic.sent += toUtf8(options.body).length;
    try {
      const response = await fetch(request, {
        ...options,
        headers,
        // Cookies would belong to the reader's session in the server's own pages; and the password
        // is for nobody that the server sends us to.
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        signal: AbortSignal.any(signals),
      });
      const text = await readWithin(response, longest);
      traffic.received += text.length;
      const fault = faultOfStatus(response.status) ?? (isJson(text) ? undefined : 'not-couchdb');
      if (fault) throw new SyncError(fault, `HTTP ${response.status}`);
      const { status, statusText } = response;
      return new Response(text, { status, statusText, headers: response.headers });
    } catch (error) {
      if (signal?.aborted || options.signal?.aborted) throw error;
      failure = toFailure(error, timeout.aborted);
      throw failure;
    }
  };

  return { fetch: ask, failure: () => failure, traffic: () => ({ ...traffic }) };
}

function toFailure(error: unknown, isLate: boolean): SyncError {
  if (error instanceof SyncError) return error;
  const detail = error instanceof Error ? error.message : '';
  return new SyncError(isLate ? 'slow' : 'offline', detail);
}

/** The body as text, unless it is longer than anyone would send. */
async function readWithin(response: Response, most: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let [text, length] = ['', 0];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      throw new SyncError('not-couchdb', `an answer of more than ${most} bytes`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
