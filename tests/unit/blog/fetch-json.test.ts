import { afterEach, expect, test, vi } from 'vitest';
import { feedUrl } from '../../../lib/blog/feed.ts';
import { FeedError } from '../../../lib/blog/feed-error.ts';
import { fetchJson } from '../../../lib/blog/fetch-json.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };

function answerWith(body: BodyInit | null, init: ResponseInit = {}, url = feedUrl(1, 1)) {
  const response = new Response(body, { headers: JSON_TYPE, ...init });
  Object.defineProperty(response, 'url', { value: url });
  const fetch = vi.fn(async (_url: string, _init?: RequestInit) => response);
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const failure = (code: string, more = {}) => ({ name: 'FeedError', failure: { code, ...more } });

test('the blog’s JSON is read, and no cookie is sent for it', async () => {
  const fetch = answerWith('{"feed":{"title":"–"}}');
  expect(await fetchJson(feedUrl(1, 1))).toEqual({
    changed: true,
    value: { feed: { title: '–' } },
    validators: {},
  });
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit' });
});

test('what has not changed since is not sent again', async () => {
  const validators = { etag: 'W/"1"', lastModified: 'Thu, 02 Jan 2014 05:00:00 GMT' };
  const headers = { ...JSON_TYPE, etag: 'W/"1"', 'last-modified': validators.lastModified };
  answerWith('{}', { headers });
  expect(await fetchJson(feedUrl(1, 1))).toMatchObject({ validators });
  const fetch = answerWith(null, { status: 304 });
  expect(await fetchJson(feedUrl(1, 1), { validators })).toEqual({ changed: false });
  expect(fetch.mock.calls[0]?.[1]?.headers).toMatchObject({
    'if-none-match': 'W/"1"',
    'if-modified-since': validators.lastModified,
  });
});

test('a server that says “unchanged” unasked is not believed', async () => {
  answerWith(null, { status: 304 });
  await expect(fetchJson(feedUrl(1, 1))).rejects.toMatchObject(failure('refused', { status: 304 }));
});

test('a validator as long as a page is not kept', async () => {
  answerWith('{}', { headers: { ...JSON_TYPE, etag: `"${'x'.repeat(10_000)}"` } });
  expect(await fetchJson(feedUrl(1, 1))).toMatchObject({ validators: {} });
});

test('another site is never asked', async () => {
  const fetch = answerWith('{}');
  await expect(fetchJson('https://www.blogger.com/feeds/1/posts/default')).rejects.toThrow(
    FeedError,
  );
  expect(fetch).not.toHaveBeenCalled();
});

test.each<[string, object, BodyInit | null, ResponseInit, string?]>([
  ['a redirect to another site', failure('redirected'), '{}', {}, 'https://evil.example/feed'],
  ['a rate limit', failure('busy', { status: 429 }), '<html>', { status: 429 }],
  ['an overload', failure('busy', { status: 503 }), '<html>', { status: 503 }],
  ['a missing page', failure('refused', { status: 404 }), '{}', { status: 404 }],
  ['a web page', failure('notAFeed'), '<html>', { headers: { 'content-type': 'text/html' } }],
  ['an answer of no type', failure('notAFeed'), new Uint8Array([123, 125]), { headers: {} }],
  ['a script', failure('notAFeed'), 'f({})', { headers: { 'content-type': 'text/javascript' } }],
  ['a broken answer', failure('damaged'), '{"feed":', {}],
  ['an empty answer', failure('damaged'), null, {}],
])('%s is refused, and it is told why', async (_, refusal, body, init, url) => {
  answerWith(body, init, url);
  await expect(fetchJson(feedUrl(1, 1))).rejects.toMatchObject(refusal);
});

test.each([
  ['120', 120_000],
  ['Thu, 02 Jan 2014 05:01:00 GMT', 60_000],
  ['Thu, 02 Jan 2014 04:00:00 GMT', undefined],
  ['soon', undefined],
  ['', undefined],
])(
  'a busy server that says “Retry-After: %s” is to be left alone for %s ms',
  async (text, wait) => {
    vi.setSystemTime('2014-01-02T05:00:00Z');
    answerWith('', { status: 429, headers: { 'retry-after': text } });
    await expect(fetchJson(feedUrl(1, 1))).rejects.toMatchObject({ retryAfter: wait });
  },
);

test('a redirect is not followed: where it leads is known only by going there', async () => {
  // A Response of that type, which browsers give to `redirect: 'manual'`, cannot be made.
  const opaque = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
  const fetch = vi.fn(async (_url: string, _init?: RequestInit) => opaque);
  vi.stubGlobal('fetch', fetch);
  await expect(fetchJson(feedUrl(1, 1))).rejects.toMatchObject(failure('redirected'));
  expect(fetch).toHaveBeenCalledOnce();
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual' });
});

test('an answer that breaks off is told from one that never came', async () => {
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"feed":')),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  answerWith(broken);
  await expect(fetchJson(feedUrl(1, 1))).rejects.toMatchObject(failure('damaged'));
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
  await expect(fetchJson(feedUrl(1, 1), { maxBytes: 10_000 })).rejects.toMatchObject(
    failure('tooLarge', { megabytes: 1 }),
  );
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
  const asking = fetchJson(feedUrl(1, 1), { timeoutMs: 10 });
  await expect(asking).rejects.toMatchObject(failure('tooSlow'));
});

test('an abort by the caller stays an abort', async () => {
  neverAnswer();
  const controller = new AbortController();
  const reading = fetchJson(feedUrl(1, 1), { signal: controller.signal });
  controller.abort();
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});

test('a blog that nobody can reach is unreachable, and the cause is kept', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(fetchJson(feedUrl(1, 1))).rejects.toMatchObject({
    ...failure('unreachable'),
    cause: expect.any(TypeError),
  });
});
