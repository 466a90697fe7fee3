import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const CONSENSUS = '/2016/06/consensus-for-rest-of-us.html';
const LOCKS = '/2012/02/locks-leases-and-fencing.html';
const GLUE = '/2017/03/staff-engineers-and-glue.html';
const PEERS = 'Managing your former peers';
const WHOLE = 'Chosen from 29 posts';

const list = (name: string) => ({ role: 'list', name }) as const;
const link = (name: string) => ({ role: 'link', name }) as const;
const button = (name: string) => ({ role: 'button', name }) as const;
const heading = (name: string) => ({ role: 'heading', name }) as const;

const LINKED = list('Linked with this post');
const RELATED = list('Related posts');
const HIGHLIGHTED = list('Related to what you highlighted');
const NOTES = list('Your notes on the same subject');

/** The address that a link to a post leads to. */
async function addressOf(popup: Surface, title: string): Promise<string | undefined> {
  const addresses = await popup.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLAnchorElement>('a'), ({ textContent, href }) => [
      textContent,
      href,
    ]),
  );
  return addresses.find(([text]) => text === title)?.[1] ?? undefined;
}

test('linked posts come first, each with why it is there, and open at the nearest sentence', async ({
  waymark,
}) => {
  const page = await waymark.open(CONSENSUS);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain(WHOLE);
  const locks = 'Locks, leases & fencing tokens';
  await expect.poll(() => popup.count(LINKED, link(locks))).toBe(1);
  expect(await popup.count(heading('Linked with this post'))).toBe(1);
  const text = await popup.text();
  expect(text).toContain('This post links to it');
  expect(text).toContain('Unread');
  const sentence = 'Everyone who wants the lock creates an ephemeral node';
  expect(text).toContain(sentence);
  expect(text).toContain('In common: ');

  const address = await addressOf(popup, locks);
  expect(address).toContain(`${LOCKS}#:~:text=Everyone%20who%20wants`);
  await popup.click(LINKED, link(locks));
  await expect.poll(async () => (await waymark.blogTabs()).join()).toContain(LOCKS);

  await page.goto(address ?? '');
  const topOfSentence = () =>
    page.evaluate(() => {
      const [paragraph] = Array.from(document.querySelectorAll('p')).filter(({ textContent }) =>
        textContent?.includes('Everyone who wants the lock'),
      );
      return (paragraph?.getBoundingClientRect().top ?? Number.NaN) / innerHeight;
    });
  await expect.poll(() => page.scrollPosition()).toBeGreaterThan(100);
  expect(Math.abs(await topOfSentence())).toBeLessThan(1);
});

test('what is not related goes, stays away, and comes back with Undo', async ({ waymark }) => {
  const page = await waymark.open(GLUE);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.count(RELATED, link(PEERS))).toBe(1);
  await popup.click(button(`Not related: ${PEERS}`));
  await expect.poll(() => popup.count(RELATED, link(PEERS))).toBe(0);

  const again = await waymark.openPopup(page);
  await expect.poll(() => again.text()).toContain('Chosen from');
  expect(await again.count(RELATED, link(PEERS))).toBe(0);
  await again.close();

  await popup.click(button('Undo'));
  await expect.poll(() => popup.count(RELATED, link(PEERS))).toBe(1);
});

test('what is highlighted has posts of its own, and notes on other posts are recalled', async ({
  waymark,
}) => {
  const page = await waymark.open(LOCKS);
  await page.highlight('Everyone who wants the lock creates an ephemeral node');
  await expect.poll(() => page.painted()).toHaveLength(1);
  await page.goto(GLUE);
  await page.highlight('I have come to call this work the glue');
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain(WHOLE);
  await expect.poll(() => popup.count(HIGHLIGHTED)).toBe(1);
  expect(await popup.count(NOTES)).toBe(0);

  await page.goto(CONSENSUS);
  const panel = await waymark.openSidePanel(page);
  await expect.poll(() => panel.count(NOTES)).toBe(1);
  expect(await panel.text()).toContain('Everyone who wants the lock');
  await expect.poll(() => panel.text()).toContain('Annotated');
  await panel.click(NOTES, button('In “Locks, leases & fencing tokens”'));
  await expect.poll(async () => (await waymark.blogTabs()).join()).toContain(LOCKS);
});

test.describe(() => {
  test.use({ restarts: true });

  test('the list is there when the browser starts again, without the feed and without ranking', async ({
    waymark,
    blog,
  }) => {
    const popup = await waymark.openPopup(await waymark.open(GLUE));
    await expect.poll(() => popup.count(RELATED, link(PEERS))).toBe(1);
    blog.fail('/feeds/');
    await waymark.restart();
    const again = await waymark.openPopup(await waymark.open(GLUE));
    await expect.poll(() => again.count(RELATED, link(PEERS))).toBe(1);
    expect(await again.text()).toContain(WHOLE);
  });
});
