import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const PERMALINK = `https://www.elidedbranches.com${POST}`;
const PASSAGE = 'I have left five jobs.';

const ADDRESSES = {
  'its permalink': POST,
  'the month’s archive': '/2026/05/',
  'the older address of that archive': '/2026_05_01_archive.html',
  'a label’s page': '/search/label/career',
  'a search': '/search?q=badge+stopped',
  'its mobile page': `${POST}?m=1`,
  'plain http': `http://www.elidedbranches.com${POST}`,
  'the bare domain, which leads on': `https://elidedbranches.com${POST}`,
  'the old domain': `https://whilefalse.blogspot.com${POST}`,
  'the old domain’s mobile page': `http://whilefalse.blogspot.com${POST}?m=1`,
  'a link to a comment': `${POST}?showComment=1780320780000#c7300000000000000291`,
  'a link shared elsewhere': `${POST}?spref=tw&utm_source=feed#more`,
  'a newer theme': `${POST}?v2=1`,
};

test('a passage highlighted on the home page is painted wherever its post is shown', async ({
  waymark,
}) => {
  const page = await waymark.open('/');
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  for (const [place, address] of Object.entries(ADDRESSES)) {
    await page.goto(address);
    await expect.poll(() => page.painted(), { message: place }).toEqual([PASSAGE]);
  }
});

test('a passage highlighted on the old domain’s mobile page is painted on the home page', async ({
  waymark,
}) => {
  const page = await waymark.open(`http://whilefalse.blogspot.com${POST}?m=1`);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.goto('/');
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
});

test('the beginning of a post is not painted in the sidebar’s list of popular posts', async ({
  waymark,
  blog,
}) => {
  const popular = blog.posts.toSorted((a, b) => b.comments.length - a.comments.length)[0];
  const page = await waymark.open(popular?.path ?? '');
  const readSnippet = () =>
    page.evaluate(() => document.querySelector('.item-snippet')?.textContent?.slice(0, 24) ?? '');
  const words = await readSnippet();
  expect(words.length).toBe(24);
  await page.highlight(words);
  await expect.poll(() => page.painted()).toEqual([words.trim()]);
  expect(
    await page.evaluate(() => {
      const [range] = [...(CSS.highlights.get('wm-a') ?? [])] as Range[];
      return range?.startContainer.parentElement?.closest('.post-body, .sidebar')?.className;
    }),
  ).toContain('post-body');

  // Nor can it be highlighted there.
  await page.select(words, words, '.sidebar');
  await waymark.chooseFromContextMenu(page, 'Highlight');
  expect(await page.painted()).toEqual([words.trim()]);
});

test('the mobile home page shows snippets, in which nothing is painted', async ({ waymark }) => {
  const opening = 'My badge stopped working';
  const page = await waymark.open(POST);
  await page.highlight(opening);
  await expect.poll(() => page.painted()).toEqual([opening]);

  await page.goto('/?m=1');
  const html = await page.html();
  expect(html).toContain(opening);
  await waymark.tellOfChange(page, PERMALINK);
  expect(await page.painted()).toEqual([]);

  // The same question to a page that shows the post has the passage painted when it is answered.
  await page.goto(POST);
  await waymark.tellOfChange(page, PERMALINK);
  expect(await page.painted()).toEqual([opening]);
});

test('a post shown in two tabs is repainted in both', async ({ waymark }) => {
  const home = await waymark.open('/');
  const post = await waymark.open(POST);
  await post.highlight(PASSAGE);
  await expect.poll(() => home.painted()).toEqual([PASSAGE]);
  await home.clickOn('left five');
  await home.clickButton('Delete');
  await expect.poll(() => post.painted()).toEqual([]);
});
