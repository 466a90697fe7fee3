import { afterEach, describe, expect, test, vi } from 'vitest';
import { FeedError } from '../../../lib/blog/feed-error.ts';
import { createReading } from '../../../lib/blog/feed-reading.ts';
import type { SiteFetch } from '../../../lib/blog/fetch-of-site.ts';
import { createSiteFetch } from '../../../lib/blog/fetch-of-site.ts';
import type { ReadStep } from '../../../lib/blog/read-feed.ts';
import { type ReadSiteOptions, readSite } from '../../../lib/blog/read-site.ts';
import { FIELD_BOOK, OTHER_SITES } from '../../fixtures/other-sites/other-sites.ts';

const SITE = 'quiet.example';
const ORIGIN = `https://${SITE}`;
const ITEM = `<item><title>One</title><link>${ORIGIN}/one</link><description>Text</description></item>`;
const RSS = `<rss><channel>${ITEM}</channel></rss>`;
const LINK = '<link rel="alternate" type="application/rss+xml" href="/posts.xml">';
const LONG = `<article><h1>x</h1><p>${'Some words of a post. '.repeat(20)}</p></article>`;

afterEach(() => vi.unstubAllGlobals());

/** A site that has these texts at these paths, and what was asked of it. */
function aSite(texts: Record<string, string>) {
  const asked: string[] = [];
  const fetch: SiteFetch = {
    async fetchText(url, { validators } = {}) {
      asked.push(url.replace(ORIGIN, ''));
      const text = texts[url.replace(ORIGIN, '')];
      if (text === undefined) throw new FeedError({ code: 'refused', status: 404 });
      if (validators?.etag === text) return { changed: false };
      return { changed: true, text, validators: { etag: text } };
    },
    fetchJson: () => Promise.reject(new Error('Nobody asks for JSON here')),
  };
  return { asked, fetch };
}

async function readAll(fetch: SiteFetch, options: Partial<ReadSiteOptions> = {}, site = SITE) {
  const steps: ReadStep[] = [];
  const given = {
    fetch,
    now: () => 0,
    isKnown: async () => false,
    pause: async () => {},
    ...options,
  };
  for await (const step of readSite(site, createReading(0), given)) steps.push(step);
  return steps;
}
const permalinksOf = (steps: ReadStep[]) =>
  steps.flatMap(({ entries }) => entries.map(({ post }) => post.permalink as string));

describe('the posts of a site are read', () => {
  test('from the feed its front page names', async () => {
    const { asked, fetch } = aSite({ '/': LINK, '/posts.xml': RSS });
    const steps = await readAll(fetch);
    expect(permalinksOf(steps)).toEqual([`${ORIGIN}/one`]);
    expect(steps.at(-1)?.end).toEqual({ isWhole: false });
    expect(asked).toEqual(['/', '/posts.xml']);
  });

  test('not from that of its comments', async () => {
    const comments = LINK.replace('/posts.xml', '/comments/feed/');
    const { asked, fetch } = aSite({ '/': comments + LINK, '/posts.xml': RSS });
    await readAll(fetch);
    expect(asked).not.toContain('/comments/feed/');
  });

  test('from where feeds usually lie, when it names none', async () => {
    const { fetch } = aSite({ '/': '<p>Hello', '/atom.xml': '<html>', '/index.xml': RSS });
    expect(permalinksOf(await readAll(fetch))).toEqual([`${ORIGIN}/one`]);
  });

  test('from the pages its sitemap lists, the latest first, when there is no feed', async () => {
    const { asked, fetch } = aSite({
      '/': '<p>Hello',
      '/sitemap.xml': `<urlset><url><loc>${ORIGIN}/</loc></url><url><loc>${ORIGIN}/old</loc><lastmod>2020-01-01</lastmod></url><url><loc>${ORIGIN}/new</loc><lastmod>2025-01-01</lastmod></url><url><loc>${ORIGIN}/known</loc></url><url><loc>https://else.example/x</loc></url></urlset>`,
      '/new': LONG,
      '/old': LONG,
    });
    const isKnown = async (permalink: string) => permalink.endsWith('/known');
    const steps = await readAll(fetch, { isKnown });
    expect(permalinksOf(steps)).toEqual([`${ORIGIN}/new`, `${ORIGIN}/old`]);
    expect(asked.slice(-2)).toEqual(['/new', '/old']);
    expect(steps.at(-1)?.end).toBeDefined();
  });

  test('forty pages at a time, and no more', async () => {
    const lines = Array.from({ length: 90 }, (_, at) => `<url><loc>${ORIGIN}/p${at}</loc></url>`);
    const { asked, fetch } = aSite({
      '/': '',
      '/sitemap.xml': `<urlset>${lines.join('')}</urlset>`,
    });
    await readAll(fetch);
    expect(asked.filter((path) => path.startsWith('/p'))).toHaveLength(40);
  });

  test('from Blogger’s own feed where it is one of Blogger’s, page by page to the end', async () => {
    const respond = OTHER_SITES.get(FIELD_BOOK) as NonNullable<ReturnType<typeof OTHER_SITES.get>>;
    const bodyOf = (url: string) => String(respond(url).body);
    const steps = await readAll(
      {
        fetchText: async (url) => ({ changed: true, text: bodyOf(url), validators: {} }),
        fetchJson: async (url) => ({
          changed: true,
          value: JSON.parse(bodyOf(url)),
          validators: {},
        }),
      },
      {},
      FIELD_BOOK,
    );
    expect(permalinksOf(steps)).toHaveLength(29);
    expect(permalinksOf(steps).every((one) => one.startsWith(`https://${FIELD_BOOK}/`))).toBe(true);
    expect(steps.at(-1)?.end?.isWhole).toBe(true);
  });
});

test('a feed that has not changed is not read again, nor looked for', async () => {
  const { asked, fetch } = aSite({ '/': LINK, '/posts.xml': RSS });
  const [first] = await readAll(fetch);
  asked.length = 0;
  const steps = await readAll(fetch, { known: first?.known });
  expect(asked).toEqual(['/posts.xml']);
  expect(permalinksOf(steps)).toEqual([]);
  expect(steps.at(-1)?.end).toBeDefined();
});

test('a feed that has moved is looked for again', async () => {
  const { fetch } = aSite({ '/': LINK, '/posts.xml': RSS });
  const known = { url: `${ORIGIN}/gone.xml`, validators: {} };
  expect(permalinksOf(await readAll(fetch, { known }))).toEqual([`${ORIGIN}/one`]);
});

test('a site without feed and sitemap says so', async () => {
  const { fetch } = aSite({ '/': '<p>Hello' });
  await expect(readAll(fetch)).rejects.toMatchObject({ failure: { code: 'refused' } });
});

test('feeds on other hosts are not asked, whatever the front page says', async () => {
  const elsewhere = LINK.replace('/posts.xml', 'https://feeds.else.example/quiet');
  const { asked, fetch } = aSite({ '/': elsewhere, '/feed.xml': RSS });
  await readAll(fetch);
  expect(asked.every((path) => path.startsWith('/'))).toBe(true);
});

describe('of a site', () => {
  const { fetchText, fetchJson } = createSiteFetch(SITE);
  const stub = (response: Partial<Response>) => {
    const fetch = vi.fn(async (_url: string, _init?: RequestInit) =>
      Object.assign(new Response(RSS, { headers: { 'content-type': 'text/xml' } }), response),
    );
    vi.stubGlobal('fetch', fetch);
    return fetch;
  };

  test.each([
    'https://else.example/feed',
    'https://www.quiet.example/feed',
    'http://quiet.example/feed',
    'https://www.elidedbranches.com/feeds/posts/default',
  ])('%s is never asked', async (url) => {
    const fetch = stub({});
    await expect(fetchText(url)).rejects.toMatchObject({ failure: { code: 'redirected' } });
    await expect(fetchJson(url)).rejects.toMatchObject({ failure: { code: 'redirected' } });
    expect(fetch).not.toHaveBeenCalled();
  });

  test('a redirect is not followed, and no cookie is sent', async () => {
    const response = Response.error();
    Object.defineProperty(response, 'type', { value: 'opaqueredirect' });
    const fetch = vi.fn(async (_url: string, _init?: RequestInit) => response);
    vi.stubGlobal('fetch', fetch);
    await expect(fetchText(`${ORIGIN}/feed`)).rejects.toMatchObject({
      failure: { code: 'redirected' },
    });
    expect(fetch).toHaveBeenCalledOnce();
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ redirect: 'manual', credentials: 'omit' });
  });

  test('pictures and scripts are not read', async () => {
    const fetch = vi.fn(
      async () => new Response('x', { headers: { 'content-type': 'image/png' } }),
    );
    vi.stubGlobal('fetch', fetch);
    await expect(fetchText(`${ORIGIN}/feed`)).rejects.toMatchObject({
      failure: { code: 'notAFeed' },
    });
  });
});
