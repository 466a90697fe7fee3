import browser from 'webextension-polyfill';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { PENDING } from '../../lib/messaging/pending.ts';

/**
 * Keep an annotation where neither the end of the page nor an update of the extension reaches it,
 * until it is saved. The next background that starts saves what it finds there.
 */
export async function keepUntilSaved(annotation: Annotation, saved: Promise<void>): Promise<void> {
  const key = PENDING + annotation.id;
  try {
    await browser.storage.local.set({ [key]: annotation });
    await saved;
    await browser.storage.local.remove(key);
  } catch {
    // It is not saved, and whoever waits for that is told; or it cannot be kept, and may be saved.
  }
}
