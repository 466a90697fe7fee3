import type { SampleBlog } from '../fixtures/blog/sample-blog.ts';
import { CANONICAL_ORIGIN } from '../fixtures/blog/site.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';
import type { BlogServer } from './rig/blog-server.ts';

const POST = '/2016/06/consensus-for-rest-of-us.html';
const TITLE = 'Consensus for the rest of us';
const ONE_ON_ONES = '/2013/03/what-one-on-ones-are-for.html';
const WHOLE = 'Chosen from 29 posts';

const button = (name: string) => ({ role: 'button', name }) as const;

/** Where the requests for pages of the feed began, in order. */
const starts = ({ served }: BlogServer) =>
  served.flatMap((url) => {
    const start = /\/feeds\/.*start-index=(\d+)/.exec(url)?.[1];
    return start ? [Number(start)] : [];
  });

/** Have the feed read again, fresh or not, and wait until that has come to its end. */
function refresh(popup: Surface): Promise<unknown> {
  return popup.evaluate(() => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
    const argument = { evenIfFresh: true };
    return runtime.sendMessage({ to: 'background', call: 'refreshPosts', argument });
  });
}
interface Runtime {
  sendMessage(message: object): Promise<unknown>;
}

/** What the feed answers, changed by hand; entries are what Blogger sends. */
function feedOf(blog: SampleBlog, change: (entry: Entry[]) => Entry[]) {
  const url = `${CANONICAL_ORIGIN}/feeds/posts/default?alt=json&max-results=150`;
  const feed = JSON.parse(String(blog.respond(url).body));
  feed.feed.entry = change(feed.feed.entry);
  feed.feed.openSearch$totalResults.$t = String(feed.feed.entry.length);
  const contentType = 'application/json; charset=UTF-8';
  return { status: 200, contentType, body: JSON.stringify(feed) };
}
type Entry = Record<string, unknown>;

test.describe(() => {
  test.use({ restarts: true });

  test('a reading that is interrupted goes on where it was when the browser starts again', async ({
    waymark,
    server,
  }) => {
    const letGo = server.hold('start-index=26');
    const popup = await waymark.openPopup(await waymark.open(POST));
    await expect.poll(() => popup.text()).toContain('Reading the blog: 25 of 29 posts');
    await waymark.restart();
    letGo();
    const again = await waymark.openPopup(await waymark.open(POST));
    await expect.poll(() => again.text()).toContain(WHOLE);
    expect(new Set(starts(server))).toEqual(new Set([1, 26]));
    expect(starts(server).filter((start) => start === 1)).toHaveLength(1);
  });
});

test('a reading can be stopped, and gone on with', async ({ waymark, server }) => {
  const letGo = server.hold('start-index=26');
  const popup = await waymark.openPopup(await waymark.open(POST));
  await expect.poll(() => starts(server)).toEqual([1, 26]);
  await popup.click(button('Stop'));
  await expect.poll(() => popup.text()).toContain('Reading the blog was stopped.');
  letGo();
  await popup.click(button('Go on'));
  await expect.poll(() => popup.text()).toContain(WHOLE);
  expect(starts(server)).toEqual([1, 26, 26]);
});

test('an unchanged blog costs one small request, and then one without a body', async ({
  waymark,
  server,
}) => {
  const popup = await waymark.openPopup(await waymark.open(POST));
  await expect.poll(() => popup.text()).toContain(WHOLE);
  const feeds = () => server.answers.filter(({ url }) => url.includes('/feeds/'));
  const [first] = feeds();
  expect(feeds()).toHaveLength(2);
  await refresh(popup);
  expect(feeds()).toHaveLength(3);
  expect(feeds()[2]?.bytes).toBeLessThan((first?.bytes ?? 0) / 10);
  await refresh(popup);
  expect(feeds()).toHaveLength(4);
  expect(feeds()[3]).toMatchObject({ status: 304, bytes: 0 });
});

test('a new post, an edited one and one under a new address are known after one more request', async ({
  waymark,
  blog,
  server,
}) => {
  const page = await waymark.open(POST);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain(WHOLE);
  const model = blog.posts.find(({ path }) => path === POST);
  blog.publishPost({
    id: '7',
    path: '/2026/06/consensus-again.html',
    title: 'Consensus, again',
    html: model?.html ?? '',
    labels: model?.labels ?? [],
  });
  blog.movePost('/2012/02/locks-leases-and-fencing.html', '/2012/02/moved.html');
  const before = starts(server).length;
  await refresh(popup);
  await expect.poll(() => popup.text()).toContain('Consensus, again');
  await expect.poll(() => popup.text()).toContain('Chosen from 30 posts');
  expect(starts(server)).toHaveLength(before + 1);
});

for (const [what, response, says] of [
  ['is busy', { status: 429 }, 'It says that it is too busy.'],
  ['answers with an error', { status: 500 }, 'It answered with the error 500.'],
  [
    'sends a page to sign in',
    { status: 200, body: '<p>Please sign in.</p>' },
    'It answered with something other than its list of posts.',
  ],
  [
    'leads to another site',
    { status: 302, location: 'https://evil.example/feeds/posts/default?alt=json' },
    'It leads to another address, which Waymark does not follow.',
  ],
  [
    'sends a page without an end',
    { status: 200, contentType: 'application/json', body: ' '.repeat(17 * 1024 * 1024) },
    'too large to be read',
  ],
  [
    'breaks off',
    {
      status: 200,
      contentType: 'application/json',
      body: `{"feed":${' '.repeat(1e6)}`,
      headers: { 'content-length': '2000000' },
      breaksAfter: 1000,
    },
    'Its answer is broken off or damaged.',
  ],
] as const) {
  test(`when the blog ${what}, the popup says so and Waymark works on`, async ({
    waymark,
    blog,
    server,
  }) => {
    const repair = blog.fail('/feeds/', response);
    const page = await waymark.open(POST);
    const popup = await waymark.openPopup(page);
    await expect.poll(() => popup.text()).toContain(says);
    // The post before the reader is known from its page.
    await expect.poll(() => popup.count({ role: 'heading', name: TITLE })).toBe(1);
    expect(server.refused).not.toContain('evil.example');
    repair();
    await popup.click(button('Try again'));
    await expect.poll(() => popup.text()).toContain(WHOLE);
    expect(await popup.text()).not.toContain(says);
  });
}

test.describe(() => {
  test.use({ restarts: true });

  test('a server that asks to be left alone is left alone, whoever asks', async ({
    waymark,
    blog,
    server,
  }) => {
    const repair = blog.fail('/feeds/', { status: 503, headers: { 'retry-after': '3600' } });
    const page = await waymark.open(POST);
    const popup = await waymark.openPopup(page);
    await expect.poll(() => popup.text()).toContain('It has asked to be left alone until');
    expect(await popup.count(button('Try again'))).toBe(0);
    repair();
    await refresh(popup);
    await waymark.restart();
    const again = await waymark.openPopup(await waymark.open(POST));
    await expect.poll(() => again.text()).toContain('It has asked to be left alone until');
    expect(starts(server)).toEqual([1]);
  });
});

test('of a feed that is half broken what can be read is read, and nothing of it is run', async ({
  waymark,
  blog,
}) => {
  const markup = '<img src="/images/bridge.png" onerror="document.title = 1"><b>';
  const response = feedOf(blog, (entries) => {
    const [first, second, third, ...rest] = entries;
    const hostile = rest.map((entry) => ({
      ...entry,
      title: { $t: markup + (entry.title as { $t: string }).$t },
    }));
    return [
      { ...first, id: undefined, published: { $t: 'yesterday' } },
      { ...second, link: [{ rel: 'alternate', href: 'https://evil.example/2012/02/x.html' }] },
      { ...third, updated: { $t: '2999-01-01T00:00:00Z' }, category: 'none' },
      ...hostile,
      ...hostile.slice(0, 3),
      null as unknown as Entry,
    ];
  });
  blog.fail('/feeds/', response);
  const popup = await waymark.openPopup(await waymark.open(ONE_ON_ONES));
  await expect.poll(() => popup.text()).toContain('Chosen from 24 posts');
  expect(await popup.text()).not.toContain('onerror');
  expect(await popup.evaluate(() => document.querySelectorAll('img, [onerror]').length)).toBe(0);
});

test('posts the reader opens are kept and compared though no feed can be had', async ({
  waymark,
  blog,
}) => {
  blog.fail('/feeds/');
  // The year's archive holds posts in full, and so does every post's own page.
  const archive = await waymark.open('/2013/');
  await archive.goto('/2012/');
  await archive.goto('/');
  const page = await waymark.open(ONE_ON_ONES);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toMatch(/Chosen from \d+ posts/);
  await expect.poll(() => popup.text()).toContain('The blog could not be read just now.');
  expect(await popup.count({ role: 'heading', name: 'What one-on-ones are for' })).toBe(1);
});
