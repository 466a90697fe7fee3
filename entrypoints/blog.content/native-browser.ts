import type { Browser } from 'webextension-polyfill';

/**
 * The browser's own API, which stands in for the polyfill in the content script's bundle (see
 * wxt.config.ts): the few calls made there, messages and an address, answer with promises in every
 * browser with Manifest V3, and the polyfill would be a tenth of what every page of the blog loads.
 *
 * Only what the world holds itself counts: where there is no `browser`, as in Chromium, that name
 * leads to an element of the page that has it as its id.
 */
const world = globalThis as { browser?: Browser; chrome?: Browser };

export default (Object.hasOwn(world, 'browser') ? world.browser : world.chrome) as Browser;
