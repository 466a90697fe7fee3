import type { Driver } from './driver/driver.ts';
import { startDriver } from './driver/start-driver.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';
import {
  ADDRESS,
  button,
  card,
  field,
  openAndWrite,
  openSettings,
  PASSAGE,
  POST,
  pollAfter,
  useCouch,
} from './several-browsers.ts';

const group = { role: 'region', name: 'Reading group' } as const;

const host = useCouch();

/** Join the group in the settings, by the form about it. */
async function join(waymark: Driver, address: string, name: string): Promise<Surface> {
  const { couch } = host;
  const settings = await openSettings(waymark);
  const { origin, pathname } = new URL(address);
  const fields = [
    [ADDRESS.name, origin],
    ['Database', pathname.slice(1)],
    ['User', couch.user],
    ['Your name, as the others see it', name],
  ] as const;
  await expect.poll(() => settings.text()).toContain('You are in no group.');
  for (const [label, value] of fields) {
    await settings.click(group, field(label));
    await settings.type(value);
  }
  // From the name one goes back to the password, which is no textbox.
  await settings.press('Shift+Tab');
  await settings.type(couch.password);
  await settings.click(group, button('Join'));
  await expect.poll(() => settings.text()).toContain('You are in the group');
  return settings;
}

/** What a view shows after the reader has asked for news. */
function asked(settings: Surface, view: () => Promise<string>) {
  return pollAfter(settings, [group, button('Look for news')], view);
}

test('what one shares in Chromium is read in Firefox under their name, and is gone when it is withdrawn', async ({
  waymark: chromium,
  server: blog,
}) => {
  // Two browsers, and one test: it takes as long as several.
  test.setTimeout(120_000);
  const firefox = await startDriver({ browser: 'firefox', server: blog });
  try {
    const address = await host.couch.createDatabase();
    const page = await openAndWrite(chromium, 'Five *jobs*, and none regretted');
    const settings = await join(chromium, address, 'Ada');
    const otherPage = await firefox.open(POST);
    const otherSettings = await join(firefox, address, 'Grace');
    const otherPopup = await firefox.openPopup(otherPage);
    // Nothing is shared before it is chosen.
    await expect.poll(() => settings.text()).toContain('You share no note yet.');
    expect(await otherPopup.text()).not.toContain('regretted');

    const popup = await chromium.openPopup(page);
    await popup.click(card, button('Share with the group'));
    await expect.poll(() => popup.text()).toContain('Shared');
    // Unasked, since it is in front of its reader.
    await otherPopup.bringToFront();
    await expect.poll(() => otherPopup.text()).toContain('From the reading group');
    expect(await otherPopup.text()).toMatch(/Ada.*Five jobs, and none regretted/s);
    // It is nobody’s to change but Ada’s, and no note of this reader’s.
    expect(await otherPopup.text()).toContain('No notes on this post yet.');
    expect(await otherPage.painted()).toEqual([]);

    await popup.click(card, button('Stop sharing'));
    await asked(settings, () => settings.text()).toContain('You share no note yet.');
    await asked(otherSettings, () => otherPopup.text()).not.toContain('regretted');
    expect(await page.painted()).toEqual([PASSAGE]);

    await settings.click(group, button('Leave'));
    await expect.poll(() => settings.text()).toContain('You have left the group.');
    await expect.poll(() => popup.text()).toContain('regretted');
  } finally {
    await firefox.close();
  }
});
