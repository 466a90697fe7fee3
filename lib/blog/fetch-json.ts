import { isBlogUrl } from './address.ts';
import { FeedError } from './feed-error.ts';

export interface FetchJsonOptions {
  signal?: AbortSignal;
  /** The largest body to read, in bytes after decompression. */
  maxBytes?: number;
  timeoutMs?: number;
}

/** The whole of the blog is some three megabytes of HTML. */
const MAX_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** Statuses by which Blogger says that it was asked too often. */
const BUSY = new Set([429, 503]);

/**
 * Fetch JSON from the blog, without cookies and from no other host, redirects included.
 *
 * @throws FeedError with a message for the reader when the answer cannot be used, and the signal's
 *   reason when the caller aborts.
 */
export async function fetchJson(url: string, options: FetchJsonOptions = {}): Promise<unknown> {
  const { signal, maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS } = options;
  if (!isBlogUrl(url)) throw new FeedError('Waymark fetches posts from the blog only.');
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    try {
      check(response);
      return parse(await readText(response, maxBytes));
    } catch (error) {
      // An answer that is refused is not downloaded to its end.
      await response.body?.cancel().catch(() => undefined);
      throw error;
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FeedError) throw error;
    throw new FeedError(
      timeout.aborted
        ? 'The blog did not answer in time. Please try again later.'
        : 'The blog could not be reached. Are you online?',
      { cause: error },
    );
  }
}

function check(response: Response): void {
  if (response.url !== '' && !isBlogUrl(response.url)) {
    throw new FeedError('The blog sent Waymark on to another site, which it does not follow.');
  }
  if (BUSY.has(response.status)) {
    throw new FeedError('The blog is busy. Please try again in a few minutes.');
  }
  if (!response.ok) throw new FeedError(`The blog answered with an error (${response.status}).`);
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(type)) {
    throw new FeedError('The blog answered with something other than its list of posts.');
  }
}

async function readText({ body }: Response, maxBytes: number): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      bytes += chunk.value.byteLength;
      if (bytes > maxBytes) {
        const limit = Math.ceil(maxBytes / 1024 / 1024);
        throw new FeedError(`The blog’s answer is larger than ${limit} MB, too large to read.`);
      }
      text += decoder.decode(chunk.value, { stream: true });
    }
  } finally {
    reader.releaseLock();
  }
  return text + decoder.decode();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FeedError('The blog’s answer is broken off or damaged.', { cause });
  }
}
