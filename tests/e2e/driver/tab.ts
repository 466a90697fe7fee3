import type { Floating, Point } from '../rig/floating.ts';

/** An element as assistive technology knows it. */
export interface Named {
  role:
    | 'article'
    | 'button'
    | 'checkbox'
    | 'combobox'
    | 'dialog'
    | 'heading'
    | 'link'
    | 'list'
    | 'option'
    | 'radio'
    | 'region'
    | 'searchbox'
    | 'textbox';
  /** The whole accessible name. */
  name: string;
}

/** A file that was saved. */
export interface Download {
  name: string;
  text: string;
  bytes: Uint8Array;
}

/** A document that can be looked into and acted upon: a tab's, or a frame's. */
export interface DocumentHandle {
  /** Run a function in the page's own world; it and its argument are sent as text. */
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** How many elements are found by following a path of names, each inside the one before. */
  count(path: readonly Named[]): Promise<number>;
  /** Click with the mouse on the first of them. False when there is none, or it went away. */
  click(path: readonly Named[]): Promise<boolean>;
}

/** What the reader's system asks of pages. */
export interface Theme {
  colorScheme: 'light' | 'dark';
  forcedColors: boolean;
}

/** What the two browsers' drivers are reduced to; all else is written once, on top of it. */
export interface Tab extends DocumentHandle {
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Make it the tab that is shown, and that has the keyboard. */
  bringToFront(): Promise<void>;
  moveMouse(point: Point, steps?: number): Promise<void>;
  mouseDown(): Promise<void>;
  mouseUp(): Promise<void>;
  /** Press a key, with its modifiers before it: `Shift+ArrowRight`. */
  press(key: string): Promise<void>;
  /** Type as on a keyboard; where the focus is decides what becomes of it. */
  type(text: string): Promise<void>;
  /** What of Waymark's floats over the page. */
  readonly floating: Floating;
  /** The document of an extension page in a frame, once there is one. */
  findFrame(path: string): Promise<DocumentHandle | undefined>;
  setSize(width: number, height: number): Promise<void>;
  /** Pinch the page so many times larger. @throws Error in Firefox, whose protocols cannot. */
  pinch(scale: number): Promise<void>;
  /** Change what the system asks of pages; Firefox asks it of all. */
  setTheme(theme: Theme): Promise<void>;
  /** A picture of what shows, or of the whole page; Chromium makes a WebP of it if the path says so. */
  screenshot(path: string, isWhole?: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A running browser with the extension. */
export interface LaunchedBrowser {
  newTab(): Promise<Tab>;
  /** The address of one of the extension's pages. */
  addressOf(path: string): string;
  /** Wait for the file that an act makes the tab save. */
  download(tab: Tab, act: () => Promise<void>): Promise<Download>;
  /** Have the browser answer yes when the extension asks for a site. */
  allowSite(site: string): Promise<void>;
  /** Click on the extension's icon, where the browser lets anyone. */
  clickIcon(tab: Tab): Promise<void>;
  /** Kill the extension's background; the browser starts it again when it is next needed. */
  stopBackground(): Promise<void>;
  /** Load the extension anew, as an update does: tabs stay, but for its own. */
  reloadExtension(): Promise<void>;
  /** Close every tab but one of the browser's own, and these. */
  closeTabs(but: readonly Tab[]): Promise<void>;
  /** End the browser as it works, and keep its profile. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions extends Theme {
  extensionDir: string;
  profileDir: string;
  /** An empty folder for what is saved. */
  downloadDir: string;
  proxyPort: number | undefined;
  headless: boolean;
  lang: string | undefined;
}
