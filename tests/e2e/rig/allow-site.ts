import type { BrowserContext } from '@playwright/test';

/** As much as is used here of what Chromium's own page about extensions may do. */
declare const chrome: {
  developerPrivate: { addHostPermission(id: string, match: string): Promise<void> };
};

/**
 * Have Chromium know beforehand that the reader will say yes to an extension's asking for a site:
 * its question is a window of its own that nothing can click. On the browser's page about
 * extensions the site is allowed, as a reader can there; the extension has it only when it asks,
 * in a click, and is then answered without a question.
 *
 * @param site its host, or, when it is not to be reached by https, scheme and host.
 */
export async function allowSiteInChromium(
  context: BrowserContext,
  id: string,
  site: string,
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(({ id, match }) => chrome.developerPrivate.addHostPermission(id, match), {
    id,
    match: `${site.includes('://') ? site : `https://${site}`}/*`,
  });
  await page.close();
}

/** Click on the extension's icon for the tab that is shown: its popup opens, and it may see the tab. */
export async function clickIconInChromium(
  context: BrowserContext,
  id: string,
  url: string,
): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser cannot be asked');
  // Tabs are not among the targets unless they are asked for.
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  const tab = targetInfos.find((target) => target.type === 'tab' && target.url === url);
  // Playwright's types do not know what is about extensions.
  const name = 'Extensions.triggerAction' as 'Browser.close';
  const parameters = { id, targetId: tab?.targetId };
  await session.send(name, parameters as unknown as undefined);
  await session.detach();
}
