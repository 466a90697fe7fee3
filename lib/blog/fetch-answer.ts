import { FeedError } from './feed-error.ts';
import { readText } from './read-text.ts';

/** What a server gave to recognize an answer by, so that it need not be sent again. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

export interface FetchOptions {
  signal?: AbortSignal | undefined;
  /** The largest body to read, in bytes after decompression. */
  maxBytes?: number;
  timeoutMs?: number;
  /** Those of the last answer from the same address. */
  validators?: Validators | undefined;
}

/** What may be asked, and what is taken for an answer. */
export interface FetchRules {
  /** Whether an address may be asked: one that may not never is. */
  isWithin: (url: string) => boolean;
  accept: string;
  /** Media types that are read. */
  types: RegExp;
}

/** A text, or the news that it is what it was when the validators were given. */
export type TextAnswer =
  | { changed: true; text: string; validators: Validators }
  | { changed: false };

/** The whole of the blog is some three megabytes of HTML. */
const MAX_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** Statuses by which servers say that they were asked too often. */
const BUSY = new Set([429, 503]);

/** A validator that is longer than any server's is not kept. */
const LONGEST_VALIDATOR = 300;

/**
 * Fetch a text without cookies, from nowhere but where the rules allow; redirects are not followed.
 *
 * @throws FeedError when the answer cannot be used, and the signal's reason when the caller aborts.
 */
export async function fetchAnswer(
  url: string,
  rules: FetchRules,
  options: FetchOptions = {},
): Promise<TextAnswer> {
  const { signal, maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS, validators } = options;
  if (!rules.isWithin(url)) throw new FeedError({ code: 'redirected' });
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      // Where a redirect leads can only be known by going there.
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // The validators do a cache's work, and the browser's own would have to be asked for it.
      cache: 'no-store',
      headers: { accept: rules.accept, ...toHeaders(validators) },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    try {
      if (response.status === 304 && validators) return { changed: false };
      check(response, rules);
      const text = await readText(response, maxBytes);
      return { changed: true, text, validators: validatorsOf(response) };
    } catch (error) {
      // An answer that is refused is not downloaded to its end.
      await response.body?.cancel().catch(() => undefined);
      throw error;
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof FeedError) throw error;
    throw new FeedError({ code: timeout.aborted ? 'tooSlow' : 'unreachable' }, { cause: error });
  }
}

function check(
  { type, url, status, ok, headers }: Response,
  { isWithin, types }: FetchRules,
): void {
  const isElsewhere = type === 'opaqueredirect' || (url !== '' && !isWithin(url));
  if (isElsewhere) throw new FeedError({ code: 'redirected' });
  if (BUSY.has(status)) {
    throw new FeedError({ code: 'busy', status }, { retryAfter: findRetryAfter(headers) });
  }
  if (!ok) throw new FeedError({ code: 'refused', status });
  const media = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.test(media)) {
    throw new FeedError({ code: 'notAFeed' }, { cause: new TypeError(`It is "${media}"`) });
  }
}

/** RFC 9110, section 10.2.3: seconds, or an instant. In milliseconds from now. */
function findRetryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return wait > 0 ? wait : undefined;
}

/** RFC 9110, sections 13.1.2 and 13.1.3: a server that gets both heeds the first. */
function toHeaders({ etag, lastModified }: Validators = {}): Record<string, string> {
  return {
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
}

function validatorsOf({ headers }: Response): Validators {
  const find = (name: string) => {
    const value = headers.get(name) ?? '';
    return value.length <= LONGEST_VALIDATOR ? value : '';
  };
  const etag = find('etag');
  const lastModified = find('last-modified');
  return { ...(etag && { etag }), ...(lastModified && { lastModified }) };
}
