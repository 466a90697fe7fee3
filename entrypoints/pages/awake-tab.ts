import { tabClient } from '../../lib/messaging/transport.ts';
import { type BlogTab, findTab } from './tab.ts';

/** How often a page is asked whether Waymark runs in it by now, and how long after another. */
const ATTEMPTS = 20;
const PAUSE = 100;

/**
 * The tab, as soon as Waymark runs in it: in a page of a site that has just been added it is only
 * being started.
 */
export async function findAwakeTab(): Promise<BlogTab> {
  const tab = await findTab();
  if (!tab.isAdded || tab.id === undefined) return tab;
  const client = tabClient(tab.id);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const isAwake = await client.findSelection().then(
      () => true,
      () => false,
    );
    if (isAwake) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return tab;
}
