import type { Browser } from 'webextension-polyfill';

/**
 * The browser's own API, which stands in for the polyfill in the content script's bundle (see
 * wxt.config.ts): the few calls made there, messages and an address, answer with promises in every
 * browser with Manifest V3, and the polyfill would be a tenth of what every page of the blog loads.
 */
const { browser, chrome } = globalThis as { browser?: Browser; chrome?: Browser };

export default (browser ?? chrome) as Browser;
