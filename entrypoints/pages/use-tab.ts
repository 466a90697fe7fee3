import { useEffect, useState } from 'preact/hooks';
import browser, { type Tabs } from 'webextension-polyfill';
import { watchSites } from '../sites/granted.ts';
import { findAwakeTab } from './awake-tab.ts';
import { type BlogTab, findTab, NO_TAB, namedTab } from './tab.ts';

/**
 * The tab before the reader, and the next one when the reader goes to another page or another tab;
 * undefined until it is known. What is found again is another object, whatever is in it.
 *
 * @param first The tab as it was found before anything was drawn; `finding` where it was not yet.
 */
export function useTab(first: BlogTab | undefined, finding: Promise<BlogTab>): BlogTab | undefined {
  const [tab, setTab] = useState(first);
  useEffect(() => {
    let isOver = false;
    let asked = 0;
    const see = async (looking: Promise<BlogTab>) => {
      asked += 1;
      const turn = asked;
      // A tab that was closed meanwhile is none.
      const found = await looking.catch(() => NO_TAB);
      if (!isOver && turn === asked) setTab(found);
    };
    const named = namedTab();
    const onUpdated = (id: number, { status, url }: Tabs.OnUpdatedChangeInfoType, at: Tabs.Tab) => {
      const isShown = named === undefined ? at.active : id === named;
      if (isShown && (status !== undefined || url !== undefined)) see(findTab());
    };
    const onActivated = () => {
      if (named === undefined) see(findTab());
    };
    if (!first) see(finding);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onActivated.addListener(onActivated);
    const controller = new AbortController();
    // The site of the tab may have been added, or taken away.
    watchSites(() => see(findAwakeTab()), controller.signal);
    return () => {
      isOver = true;
      controller.abort();
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onActivated.removeListener(onActivated);
    };
  }, []);
  return tab;
}
