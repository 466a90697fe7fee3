import { afterEach, expect, test, vi } from 'vitest';
import { feedUrl } from '../../../lib/blog/feed.ts';
import { FeedError } from '../../../lib/blog/feed-error.ts';
import { fetchJson } from '../../../lib/blog/fetch-json.ts';

afterEach(() => vi.unstubAllGlobals());

const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };

function answerWith(body: BodyInit | null, init: ResponseInit = {}, url = feedUrl(1, 1)) {
  const response = new Response(body, { headers: JSON_TYPE, ...init });
  Object.defineProperty(response, 'url', { value: url });
  const fetch = vi.fn(async (_url: string, _init?: RequestInit) => response);
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

test('the blog’s JSON is read, and no cookie is sent for it', async () => {
  const fetch = answerWith('{"feed":{"title":"–"}}');
  expect(await fetchJson(feedUrl(1, 1))).toEqual({ feed: { title: '–' } });
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit' });
});

test('another site is never asked', async () => {
  const fetch = answerWith('{}');
  await expect(fetchJson('https://www.blogger.com/feeds/1/posts/default')).rejects.toThrow(
    FeedError,
  );
  expect(fetch).not.toHaveBeenCalled();
});

test.each<[string, RegExp, BodyInit | null, ResponseInit, string?]>([
  ['a redirect to another site', /another site/, '{}', {}, 'https://evil.example/feed'],
  ['a rate limit', /busy/, '<html>', { status: 429 }],
  ['an overload', /busy/, '<html>', { status: 503 }],
  ['a missing page', /404/, '{}', { status: 404 }],
  ['a web page', /other than/, '<html>', { headers: { 'content-type': 'text/html' } }],
  ['an answer of no type', /other than/, new Uint8Array([123, 125]), { headers: {} }],
  ['a broken answer', /damaged/, '{"feed":', {}],
  ['an empty answer', /damaged/, null, {}],
])('%s is refused in words for the reader', async (_, message, body, init, url) => {
  answerWith(body, init, url);
  const refusal = fetchJson(feedUrl(1, 1));
  await expect(refusal).rejects.toThrow(FeedError);
  await expect(refusal).rejects.toThrow(message);
});

test('an answer over the limit is cut off, not read to its end', async () => {
  let pulled = 0;
  const cancel = vi.fn();
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1024).fill(32));
    },
    cancel,
  });
  answerWith(endless);
  await expect(fetchJson(feedUrl(1, 1), { maxBytes: 10_000 })).rejects.toThrow(/too large/);
  expect(pulled).toBeLessThan(20);
  expect(cancel).toHaveBeenCalled();
});

function neverAnswer() {
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  });
}

test('a blog that does not answer in time is given up', async () => {
  neverAnswer();
  await expect(fetchJson(feedUrl(1, 1), { timeoutMs: 10 })).rejects.toThrow(/in time/);
});

test('an abort by the caller stays an abort', async () => {
  neverAnswer();
  const controller = new AbortController();
  const reading = fetchJson(feedUrl(1, 1), { signal: controller.signal });
  controller.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});

test('without a network it says so, and keeps the cause', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(fetchJson(feedUrl(1, 1))).rejects.toMatchObject({
    name: 'FeedError',
    message: expect.stringContaining('online'),
    cause: expect.any(TypeError),
  });
});
