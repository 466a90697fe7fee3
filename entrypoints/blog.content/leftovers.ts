import browser from 'webextension-polyfill';
import { clearPainted } from '../../lib/highlight/painter.ts';

/** The ways of Chromium and of Firefox to a closed root, which the usual types have not. */
interface Closed {
  openOrClosedShadowRoot(host: Element): ShadowRoot | null;
}
interface Host extends HTMLElement {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/**
 * Take away what an earlier content script has left in the page when the extension was updated
 * under it: in Firefox it died there and then, in Chromium it can do nothing any more.
 *
 * @returns The id of the annotation about which a note was being written.
 */
export function clearLeftovers(document: Document): string | undefined {
  let id: string | undefined;
  for (const old of document.querySelectorAll<Host>(':root > body ~ div')) {
    // The page may have put such an element there: nothing is taken from it but an id.
    if (old.style.zIndex !== '2147483647') continue;
    const { dom } = browser as { dom?: Closed };
    const root = old.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(old);
    const frame = root?.querySelector('iframe');
    id ??= frame?.src.split('editor.html#')[1];
    old.remove();
  }
  clearPainted(CSS.highlights);
  return id;
}
