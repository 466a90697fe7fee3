import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { PAGE_VIEW, type PageView, parsePageView } from '../../lib/messaging/page-view.ts';
import type { BlogTab } from './tab.ts';

/**
 * What the page in a tab shows on the screen, while it tells: undefined before it has, and after
 * it has gone. Every page is listened to anew; of another tab nothing is remembered.
 */
export function usePageView(tab: BlogTab | undefined): PageView | undefined {
  const [view, setView] = useState<PageView>();
  const id = tab?.isBlog ? tab.id : undefined;
  const isLoading = tab?.isLoading;
  useEffect(() => {
    setView(undefined);
    if (id === undefined || isLoading) return;
    const port = browser.tabs.connect(id, { name: PAGE_VIEW });
    port.onMessage.addListener((message: unknown) => setView(parsePageView(message)));
    // Where there is no content script, this comes at once.
    port.onDisconnect.addListener(() => setView(undefined));
    return () => port.disconnect();
  }, [id, isLoading]);
  return view;
}
