/** The add-on id the production build has. */
const ADD_ON_ID = 'waymark@waymark.example';

/**
 * The host of the extension's pages. Firefox draws one at random for every installation; ours is
 * written into the preferences beforehand, so that tests know their addresses.
 */
export const EXTENSION_HOST = '5f0e5b4c-6c3a-4e0d-9f3b-2f4d7a8c1e60';

export interface FirefoxOptions {
  /** Folder of the unpacked extension. */
  extensionDir: string;
  /** Folder of the profile; without it a new one is made and thrown away. */
  userDataDir?: string;
  /** Port of the blog server that stands in for the network. Without it the network is used. */
  proxyPort?: number;
  headless?: boolean;
  /** Folder for what is downloaded, which Firefox saves there without asking. */
  downloadDir?: string;
  /** The extension's id in its manifest. */
  addOnId?: string;
  /** What the reader's system asks of pages; the system's own unless given. */
  colorScheme?: 'light' | 'dark';
  /** Have the reader's own colours stand in place of every page's. */
  forcedColors?: boolean;
  /** Have the system ask pages to move nothing by themselves. */
  reducedMotion?: boolean;
}

/** How Firefox is set before it starts. */
export function preferencesFor(options: FirefoxOptions) {
  const { proxyPort, downloadDir, addOnId = ADD_ON_ID } = options;
  const { colorScheme, forcedColors, reducedMotion } = options;
  return {
    ...(colorScheme && {
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    }),
    ...(forcedColors && { 'browser.display.document_color_use': 2 }),
    ...(reducedMotion && { 'ui.prefersReducedMotion': 1 }),
    // What an extension asks for is granted without a question, which nothing could click.
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: EXTENSION_HOST }),
    // An extension installed for a session leaves with it. Its data stays for the next session in
    // the same profile: Firefox 153 does so unasked, and this asks.
    'extensions.webextensions.keepStorageOnUninstall': true,
    'extensions.webextensions.keepUuidOnUninstall': true,
    ...(downloadDir && {
      'browser.download.folderList': 2,
      'browser.download.dir': downloadDir,
      // The list of downloads would open over the page and keep the keys from it.
      'browser.download.alwaysOpenPanel': false,
    }),
    ...(proxyPort && {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.allow_hijacking_localhost': true,
      // Where a test’s own server is reached directly, as Chromium reaches it; all else by the proxy.
      'network.proxy.no_proxies_on': '127.0.0.1',
    }),
  };
}
