import { FIELD_BOOK } from '../fixtures/other-sites/other-sites.ts';
import { LETTERS, QUIET_LEDGER } from '../fixtures/other-sites/quiet-ledger.ts';
import type { Driver } from './driver/driver.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const LENDING = `https://${QUIET_LEDGER}/letters/lending-an-engineer/`;
const PASSAGE = 'A loan without a date is a transfer';
const FEEDBACK = `https://${FIELD_BOOK}/2014/02/note-on-written-feedback.html`;

const button = (name: string) => ({ role: 'button', name }) as const;
const field = {
  role: 'textbox',
  name: 'Another site: its address, as in https://blog.example.com/',
};

/** Add a site in the settings, as a reader who has its address. */
async function addSite(waymark: Driver, site: string): Promise<Surface> {
  await waymark.allowSite(site);
  const settings = await waymark.openOwnPage('options.html#sites');
  await settings.fill(field as never, `https://${site}/`);
  await settings.press('Enter');
  await expect.poll(() => settings.text()).toContain(`Waymark works on ${site} now.`);
  return settings;
}

test('a site that is added can be annotated at once, on the page that is open, and until it is removed', async ({
  waymark,
  server,
}) => {
  const page = await waymark.open(`${LENDING}?utm_source=mail#end`);
  const sent = await page.html();
  const settings = await addSite(waymark, QUIET_LEDGER);
  await page.bringToFront();
  await page.highlight('A loan without a date', 'a transfer');
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.select('Who writes her review');
  await page.clickButton('Note');
  await page.writeNote('Ask this **before** lending.');
  await expect.poll(() => page.painted()).toHaveLength(2);

  await waymark.readByKeyboard(page);
  await expect.poll(() => page.marked()).not.toBe('');
  await page.press('Escape');

  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('Ask this before lending.');
  const text = await popup.text();
  expect(text).toContain('Lending an engineer to another team');
  expect(text).toContain(PASSAGE);
  // What its feed lists is compared with it.
  await expect.poll(() => server.served).toContain(`https://${QUIET_LEDGER}/feed.xml`);
  await expect.poll(() => popup.text()).toContain(LETTERS[1]?.title);
  await popup.close();

  await page.goto(LENDING);
  await expect.poll(() => page.painted()).toHaveLength(2);

  await settings.click(button(`Remove ${QUIET_LEDGER}`));
  await expect.poll(() => page.painted()).toEqual([]);
  await expect.poll(() => page.html()).toBe(sent);
  await page.reload();
  expect(await page.html()).toBe(sent);
  const library = await waymark.openLibrary();
  await expect.poll(() => library.text()).toContain(QUIET_LEDGER);
  expect(await library.text()).toContain(PASSAGE);
  expect(await page.painted()).toEqual([]);
  expect(server.refused.filter((host) => host.endsWith('.example'))).toEqual([]);
});

test('another blog of Blogger’s works as the first one does, and its feed is read to the end', async ({
  waymark,
  server,
}) => {
  await addSite(waymark, FIELD_BOOK);
  const page = await waymark.open(`${FEEDBACK}?m=1`);
  await page.highlight('Written praise keeps');
  await expect.poll(() => page.painted()).toEqual(['Written praise keeps']);
  await page.goto(`https://${FIELD_BOOK}/2014/02/`);
  await expect.poll(() => page.painted()).toEqual(['Written praise keeps']);
  const feed = `https://${FIELD_BOOK}/feeds/posts/default?alt=json&start-index=26`;
  await expect.poll(() => server.served.some((url) => url.startsWith(feed))).toBe(true);

  const map = await waymark.openLibrary('view=map');
  await map.choose('Blog', FIELD_BOOK);
  await expect.poll(() => map.text()).toContain('29');
});

test('on a page of any site the popup offers to work there, and does without loading it again', async ({
  waymark,
}) => {
  // biome-ignore lint/suspicious/noSkippedTests: what it cannot do is to be seen in every run
  test.skip(waymark.browser === 'firefox', 'Nothing can click on the toolbar of Firefox');
  const page = await waymark.open(LENDING);
  await waymark.allowSite(QUIET_LEDGER);
  await waymark.clickIcon(page);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain(`Let Waymark work on ${QUIET_LEDGER}`);
  await popup.click(button('Annotate this site'));
  await expect.poll(() => popup.text()).toContain('Lending an engineer to another team');
  await page.highlight('A loan without a date', 'a transfer');
  await expect.poll(() => popup.text()).toContain(PASSAGE);
  expect(await popup.count(button('Reload the page'))).toBe(0);
});
