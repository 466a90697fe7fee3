import browser from 'webextension-polyfill';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { isWholePost } from '../../lib/annotation/target.ts';
import { toAnyPermalink } from '../../lib/blog/site-permalink.ts';
import { tabClient } from '../../lib/messaging/transport.ts';
import { listMatches } from '../sites/granted.ts';

/** How long a page may take to show a passage, and between two attempts. Milliseconds. */
const PATIENCE = 15_000;
const PAUSE = 250;

/**
 * Bring the post that an annotation is about before the reader, in the tab that shows it or in a
 * new one, and scroll to its passage as soon as the page has found it.
 */
export async function showAnnotation({ id, target }: Annotation): Promise<void> {
  const tabs = await browser.tabs.query({ url: await listMatches() });
  const shown = tabs.find(({ url }) => toAnyPermalink(url ?? '') === target.source);
  const tab = shown ?? (await browser.tabs.create({ url: target.source }));
  if (tab.id === undefined) return;
  if (shown) {
    await browser.tabs.update(tab.id, { active: true });
    if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  }
  if (isWholePost(target)) return;
  const client = tabClient(tab.id);
  const deadline = Date.now() + PATIENCE;
  // A page that is loading does not answer, or has not found its passages yet; a lost one it never has.
  while (!(await client.jumpTo(id).catch(() => false)) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
