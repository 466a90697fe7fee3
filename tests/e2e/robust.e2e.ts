import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'I have left five jobs.';

test('a highlight follows its passage when the author adds a paragraph above', async ({
  waymark,
  blog,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  blog.editPost(POST, (html) => `<p>Added in July: several readers wrote to me.</p>\n${html}`);
  await page.reload();
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  expect(await page.html()).toContain('Added in July');
});

test('a passage the author corrected is painted with its new wording', async ({
  waymark,
  blog,
}) => {
  const page = await waymark.open(POST);
  await page.highlight('Four weeks is a long notice period and not nearly enough time.');
  await expect.poll(() => page.painted()).toHaveLength(1);
  blog.editPost(POST, (html) =>
    html.replace('Four weeks is a long notice', 'Six weeks is a long notice'),
  );
  await page.reload();
  await expect
    .poll(() => page.painted())
    .toEqual(['Six weeks is a long notice period and not nearly enough time.']);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('The wording has changed since you marked it.');
});

test('what a page’s script clears is painted again when the page changes', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  // The news of the new highlight would have it painted again in any case.
  await page.reload();
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.evaluate(() => {
    CSS.highlights.clear();
    document.body.append(document.createElement('section'));
  });
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
});

test('a body that a script puts in late is read and painted when it comes', async ({
  waymark,
  blog,
}) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);

  const { body } = blog.respond(`https://www.elidedbranches.com${POST}`);
  const html = blog.posts.find(({ path }) => path === POST)?.html ?? '';
  const empty = String(body).replace(html, () => '');
  expect(empty).not.toContain(PASSAGE);
  blog.fail(POST, { status: 200, body: `${empty}<script type="text/template">${html}</script>` });
  await page.reload();
  await waymark.tellOfChange(page, `https://www.elidedbranches.com${POST}`);
  expect(await page.painted()).toEqual([]);
  await page.evaluate(() => {
    const template = document.querySelector('script[type="text/template"]');
    document
      .querySelector('.post-body')
      ?.insertAdjacentHTML('afterbegin', template?.textContent ?? '');
  });
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
});

test('a body that a script rewrites is searched again', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.reload();
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.evaluate(() => {
    const body = document.querySelector('.post-body');
    if (body) body.innerHTML = `<p>A banner.</p>${body.innerHTML}`;
  });
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
});

test('two posts of one page hold highlights of their own', async ({ waymark }) => {
  const page = await waymark.open('/');
  await page.highlight(PASSAGE);
  const words = await page.evaluate(() => {
    const body = document.querySelectorAll('.post-body')[1];
    return body?.textContent?.trim().slice(0, 30).trimEnd() ?? '';
  });
  expect(words.length).toBeGreaterThan(20);
  await page.highlight(words);
  await expect.poll(() => page.painted()).toEqual([PASSAGE, words]);
  await page.reload();
  await expect.poll(() => page.painted()).toEqual([PASSAGE, words]);
  await page.goto(POST);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
});

test('a page whose forms are named like the document’s methods is read like any other', async ({
  waymark,
  blog,
}) => {
  const names = [
    ...['querySelector', 'querySelectorAll', 'getSelection', 'createRange', 'createTreeWalker'],
    ...['createElement', 'body', 'location', 'addEventListener', 'caretPositionFromPoint'],
    ...['documentElement', 'defaultView'],
  ];
  const forms = names.map((name) => `<form name="${name}"><input name="${name}"/></form>`);
  blog.editPost(POST, (html) => `${forms.join('')}${html}`);
  const page = await waymark.open(POST);
  expect(await page.evaluate(() => typeof document.querySelectorAll)).not.toBe('function');

  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.reload();
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.clickOn('left five');
  await page.clickButton('Add note');
  await page.writeNote('still works');
  await page.clickOn('left five');
  await page.clickButton('Delete');
  await expect.poll(() => page.painted()).toEqual([]);
});

/*
 * No driver can open the context menu, which the system draws: what the background sends when an
 * entry is chosen is sent here by a page of the extension.
 */
test('the context menu’s entries highlight the selection, and open the editor on it', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  await waymark.chooseFromContextMenu(page, 'Highlight');
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  expect(await page.isEditorOpen()).toBe(false);

  await page.select('He shook my hand.');
  await waymark.chooseFromContextMenu(page, 'Write a note');
  await page.writeNote('politely');
  await expect.poll(() => page.painted()).toEqual(['He shook my hand.', PASSAGE]);
  await page.clickOn('shook');
  await expect.poll(() => page.findButton('Edit note')).toBeDefined();
});

test('keys and clicks that a page’s script makes up do nothing', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  await expect.poll(() => page.findButton('Highlight')).toBeDefined();
  // What a trusted key does to the page is done when the event has been dispatched.
  await page.evaluate(() => {
    for (const key of ['h', 'n']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
  });
  expect(await page.painted()).toEqual([]);
  expect(await page.findButton('Highlight')).toBeDefined();
  await page.press('h');
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
});

test('highlighting asks nothing of any host but the blog’s', async ({ waymark, server }) => {
  const page = await waymark.open(POST);
  const before = server.served.length;
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  // The browser’s own chatter with its maker is refused; none of it is Waymark’s or the blog’s.
  expect(server.refused.filter((host) => /blogger|blogspot|elided|example/.test(host))).toEqual([]);
  expect(server.served.slice(before).filter((address) => !address.endsWith('favicon.ico'))).toEqual(
    [],
  );
});
