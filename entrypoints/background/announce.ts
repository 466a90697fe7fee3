import browser from 'webextension-polyfill';
import type { Permalink } from '../../lib/blog/permalink.ts';
import { toAnyPermalink } from '../../lib/blog/site-permalink.ts';
import { tabClient } from '../../lib/messaging/transport.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import { listMatches } from '../sites/granted.ts';

/** Tells the open tabs, and the badges on the toolbar's icon, what has changed. */
export interface Announcer {
  /** The post's annotations have changed: every tab that shows it reads them again. */
  announce(source: Permalink): Promise<void>;
  /** Write on the icon how many annotations the post in the tab has. */
  showCount(tabId: number, url: string): Promise<void>;
}

export function createAnnouncer(annotations: AnnotationRepository): Announcer {
  const showCount = async (tabId: number, url: string) => {
    const permalink = toAnyPermalink(url);
    const count = permalink ? (await annotations.listBySource(permalink)).length : 0;
    await browser.action.setBadgeText({ tabId, text: count > 0 ? String(count) : '' });
  };
  browser.action.setBadgeBackgroundColor({ color: '#17595f' });
  browser.action.setBadgeTextColor?.({ color: '#ffffff' });

  return {
    showCount,
    async announce(source) {
      const tabs = await browser.tabs.query({ url: await listMatches() });
      await Promise.allSettled(
        tabs.flatMap(({ id, url }) =>
          id === undefined
            ? []
            : [
                // A tab without a content script, still loading or discarded, reads them when it starts.
                tabClient(id).refreshAnnotations(source),
                showCount(id, url ?? ''),
              ],
        ),
      );
    },
  };
}
