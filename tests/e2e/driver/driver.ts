import type { BlogServer } from '../rig/blog-server.ts';
import type { BlogPage } from './blog-page.ts';
import type { Surface } from './surface.ts';

/** The browsers Waymark is for, which are equals. */
export type BrowserName = 'chromium' | 'firefox';

export interface DriverOptions {
  browser: BrowserName;
  /** Folder of the unpacked extension. The production build for the browser unless given. */
  extensionDir?: string;
  /** Folder of the profile, which is kept. Without it a new one is made, and thrown away at the end. */
  profileDir?: string;
  /** What stands in for the blog. Without it the network is used. The caller closes it. */
  server?: Pick<BlogServer, 'port'>;
  /** True unless given. */
  headless?: boolean;
  /** What the reader's system asks of pages; light unless given. */
  colorScheme?: 'light' | 'dark';
  /** Have the reader's system put its own few colours in place of every page's. */
  forcedColors?: boolean;
  /** The language that the browser speaks, as in `de`; only Chromium does as it is told here. */
  lang?: string;
}

/** An entry of the context menu on a selection. */
export type MenuEntry = 'Highlight' | 'Write a note' | 'Ask a question' | 'Plan an action';

/**
 * A browser with Waymark in it, as a reader has it before them. Both browsers can do all of this.
 * Their system asks for reduced motion: what glides would stand still in a tab behind another.
 */
export interface Driver {
  readonly browser: BrowserName;
  /** Open a page of the blog in a new tab. A path alone is one on `https://www.elidedbranches.com`. */
  open(address: string): Promise<BlogPage>;
  /**
   * Open the popup for a tab, 400 pixels wide and 600 high. It stands in a tab of its own, since
   * no browser lets a popup be driven.
   */
  openPopup(page: BlogPage): Promise<Surface>;
  /** Open the side panel for a tab, 360 pixels wide, in a tab of its own for the same reason. */
  openSidePanel(page: BlogPage): Promise<Surface>;
  /**
   * Have the browser answer yes when Waymark asks for a site: its question cannot be clicked. The
   * site is a host, or, without TLS, `http://` and a host.
   */
  allowSite(site: string): Promise<void>;
  /**
   * Click on Waymark's icon while a page is shown, which lets Waymark see what page that is. The
   * popup opens; `openPopup` opens one that can be driven. @throws Error in Firefox.
   */
  clickIcon(page: BlogPage): Promise<void>;
  /** Put records into the reader's library, table by table, as if they had been made before. */
  keep(records: Readonly<Record<string, readonly object[]>>): Promise<void>;
  /** Open one of the extension's own pages in a tab, such as `options.html`. */
  openOwnPage(path: string): Promise<Surface>;
  /**
   * A part of what shows on a page in Waymark's closed shadow root, with its styles, in an open one
   * in a tab of its own, where it can be looked at. It does nothing there.
   */
  openCopy(page: BlogPage, part: 'toolbar' | 'marks' | 'shortcuts'): Promise<Surface>;
  /** Open the library, 1000 pixels wide, at what an address says after the `?`. */
  openLibrary(search?: string): Promise<Surface>;
  /** What the toolbar's icon says about a tab: a number, or nothing. */
  badgeText(page: BlogPage): Promise<string>;
  /** What the context menu's entry does; the menu itself is drawn by the system. */
  chooseFromContextMenu(page: BlogPage, entry: MenuEntry): Promise<void>;
  /** What a command does to a page; see wxt.config.ts for those there are. */
  command(page: BlogPage, name: 'showShortcuts'): Promise<void>;
  /** What the shortcut for reading by keyboard does; the browser hears the keys before any page. */
  readByKeyboard(page: BlogPage): Promise<void>;
  /**
   * Tell a page that the annotations of a post have changed, and wait until it has read them and
   * painted them, or has found that it does not show the post: only then is an unpainted page one
   * that stays unpainted.
   */
  tellOfChange(page: BlogPage, permalink: string): Promise<void>;
  /** What a paste would give. */
  clipboardText(): Promise<string>;
  /** The addresses of all tabs that show the blog. */
  blogTabs(): Promise<string[]>;
  /**
   * The library that the reader has been sent to in a new tab, once there is one: what it shows
   * stands in its address, and is opened in a tab that can be driven.
   */
  followToLibrary(): Promise<Surface>;
  /**
   * Close the browser and start it again on the same profile: every page is gone.
   *
   * @param meanwhile what happens to the folder of the profile in between.
   */
  restart(meanwhile?: (profileDir: string) => Promise<void>): Promise<void>;
  /** End the browser with a SIGKILL, as it works, and start it again on the same profile. */
  crash(): Promise<void>;
  /** Close the browser; its profile goes too, if it was made here. */
  close(): Promise<void>;
  /** Kill the extension's background as it works. */
  stopBackground(): Promise<void>;
  /** Have Waymark updated under the open pages, to the same version; its own pages close. */
  update(): Promise<void>;
  /**
   * Close every tab, kill the background, and take away all that has been kept: Waymark is as new,
   * with its first page seen. To install it again would take three times as long.
   */
  reset(): Promise<void>;
}
