import { forgetEvents, forgetEverything } from './forget-everything.ts';
import { putRecords } from './put-records.ts';
import type { LaunchedBrowser, Tab } from './tab.ts';
import { waitFor } from './wait.ts';

/** What only the extension itself can see or do, asked from one of its pages in a tab of its own. */
export interface ExtensionDesk {
  readonly tab: Tab;
  /** The browser's own number for a tab that shows the blog. */
  tabId(tab: Tab): Promise<number>;
  badgeText(tab: Tab): Promise<string>;
  /** Ask the content script of a tab, and wait for its answer; see `TabProtocol`. */
  ask(tab: Tab, call: string, argument: unknown): Promise<unknown>;
  blogTabs(): Promise<string[]>;
  /** Close the tab whose address begins so, and say what it was; undefined while there is none. */
  closeTab(address: string): Promise<string | undefined>;
  /** Put records into the tables of the reader's library. */
  keep(records: Readonly<Record<string, readonly object[]>>): Promise<void>;
  /** Have nothing wake the background by itself any more. */
  forgetEvents(): Promise<void>;
  /**
   * Take away all that the extension has kept, and wake it; nothing of it may be running. Answers what
   * stands in the way, if anything does.
   */
  forgetEverything(): Promise<string | undefined>;
}

/** As much of the extension's API as is used here. */
interface ExtensionApi {
  tabs: {
    query(query: object): Promise<{ id?: number; url?: string; title?: string }[]>;
    sendMessage(id: number, message: object): Promise<unknown>;
    remove(id: number): Promise<void>;
  };
  action: { getBadgeText(about: { tabId: number }): Promise<string> };
}
declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

/** Any file of the extension's has its rights; this one does nothing of its own. */
const PAGE = 'icon/16.png';

export async function openDesk(launched: LaunchedBrowser): Promise<ExtensionDesk> {
  const desk = await launched.newTab();
  await desk.goto(launched.addressOf(PAGE));

  const ids = new WeakMap<Tab, number>();
  /** The driver and the extension number tabs each in its own way: a passing title tells which is which. */
  const findTabId = async (tab: Tab) => {
    const mark = `tab ${Math.random()}`;
    const before = await tab.evaluate((title) => {
      const { title: before } = document;
      document.title = title;
      return before;
    }, mark);
    const id = await waitFor('the tab among the extension’s', () =>
      desk.evaluate(async (mark) => {
        const { tabs } = typeof browser === 'undefined' ? chrome : browser;
        return (await tabs.query({})).find(({ title }) => title === mark)?.id;
      }, mark),
    );
    await tab.evaluate((title) => {
      document.title = title;
    }, before);
    return id;
  };
  const tabId = async (tab: Tab) => {
    const id = ids.get(tab) ?? (await findTabId(tab));
    ids.set(tab, id);
    return id;
  };

  return {
    tab: desk,
    tabId,
    badgeText: async (tab) =>
      desk.evaluate(
        (tabId) =>
          (typeof browser === 'undefined' ? chrome : browser).action.getBadgeText({ tabId }),
        await tabId(tab),
      ),
    async ask(tab, call, argument) {
      const id = await tabId(tab);
      return desk.evaluate(
        ({ id, call, argument }) => {
          const { tabs } = typeof browser === 'undefined' ? chrome : browser;
          return tabs.sendMessage(id, { to: 'tab', call, argument });
        },
        { id, call, argument },
      );
    },
    async keep(records) {
      await waitFor('the library’s database', () =>
        desk.evaluate(
          async () => (await indexedDB.databases()).some(({ name }) => name === 'waymark'),
          undefined,
        ),
      );
      await desk.evaluate(putRecords, records);
    },
    forgetEvents: () => desk.evaluate(forgetEvents, undefined),
    forgetEverything: () => desk.evaluate(forgetEverything, undefined),
    closeTab: (address) =>
      desk.evaluate(async (address) => {
        const { tabs } = typeof browser === 'undefined' ? chrome : browser;
        const found = (await tabs.query({})).find(({ url }) => url?.startsWith(address));
        // One that has just been closed is not there to be closed.
        if (found?.id !== undefined) await tabs.remove(found.id).catch(() => undefined);
        return found?.url;
      }, address),
    blogTabs: () =>
      desk.evaluate(async () => {
        const { tabs } = typeof browser === 'undefined' ? chrome : browser;
        const found = await tabs.query({});
        return found.flatMap(({ url }) => (url?.startsWith('http') ? [url] : []));
      }, undefined),
  };
}

/** Paste into an empty field, as a reader would, and say what came. The tab is closed. */
export async function askForClipboard(tab: Tab): Promise<string> {
  await tab.evaluate(() => {
    document.body.append(document.createElement('textarea'));
    document.querySelector('textarea')?.focus();
  }, undefined);
  await tab.bringToFront();
  const text = await waitFor('something to paste', async () => {
    await tab.press('ControlOrMeta+a');
    await tab.press('ControlOrMeta+v');
    return tab.evaluate(() => document.querySelector('textarea')?.value || undefined, undefined);
  });
  await tab.close();
  return text;
}
