import type { ButtonPlace } from '../rig/floating.ts';
import { createHand } from './hand.ts';
import {
  readHtml,
  readPainted,
  readSelection,
  readSelectionBox,
  scrollSelectionTo,
} from './in-page.ts';
import { createSurface, type Surface } from './surface.ts';
import type { Tab } from './tab.ts';
import { waitFor } from './wait.ts';

/** A page of the blog in a tab, and what a reader does there. */
export interface BlogPage {
  /** Go to another page in this tab. A path alone is one on the blog's main host. */
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Drag the mouse from the beginning of one phrase to the end of another, or of the same. */
  select(from: string, to?: string, within?: string): Promise<void>;
  /** Set the caret before a phrase, and hold Shift while pressing an arrow key to the end of another. */
  selectByKeyboard(from: string, to?: string): Promise<void>;
  /** What is selected, white space as one space, and where that is on the screen. */
  selection(): Promise<string>;
  selectionBox(): Promise<{ top: number; bottom: number; left: number; right: number }>;
  /** Scroll until the selection is so far down in what is seen of the page: 0.5 is its middle. */
  scrollSelectionTo(part: number): Promise<void>;
  /** Click on a word of the page. */
  clickOn(phrase: string): Promise<void>;
  /** Rest with the mouse on a word of the page. */
  hover(phrase: string): Promise<void>;
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Where a button of Waymark's is on the page; undefined when it is not there. */
  findButton(name: string): Promise<ButtonPlace | undefined>;
  /** Click on a button of Waymark's on the page, once it is there. */
  clickButton(name: string): Promise<void>;
  /** Select a passage with the mouse, and click on *Highlight*. */
  highlight(from: string, to?: string): Promise<void>;
  /** Write a note with the keyboard, once the editor is open, and save it with Ctrl+Enter. */
  writeNote(text: string): Promise<void>;
  /** The note editor, once it is open and ready. */
  noteEditor(): Promise<Surface>;
  isEditorOpen(): Promise<boolean>;
  /** What the frame says of the highlight that is pointed at; undefined while there is none. */
  glance(): Promise<string | undefined>;
  /** The passages painted on the page in its order, white space as one space. */
  painted(): Promise<string[]>;
  /** The passage painted so that it stands out, after a jump. */
  attended(): Promise<string[]>;
  /** What is marked for reading by keyboard, white space as one space; nothing when it is off. */
  marked(): Promise<string>;
  /** What Waymark has a screen reader say, while it has something to say. */
  voice(): Promise<string | undefined>;
  /** The page's HTML, byte for byte. */
  html(): Promise<string>;
  /** Run a function in the page's own world. */
  evaluate<R>(run: () => R | Promise<R>): Promise<R>;
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  address(): Promise<string>;
  scrollPosition(): Promise<number>;
  setSize(width: number, height: number): Promise<void>;
  /** Pinch the page so many times larger. @throws Error in Firefox, whose protocols cannot. */
  pinch(scale: number): Promise<void>;
  screenshot(path: string): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

const MAIN = 'https://www.elidedbranches.com';

export function createBlogPage(tab: Tab): BlogPage {
  const { select, selectByKeyboard, clickOn, hover, click } = createHand(tab);
  const look = <R>(run: () => R | Promise<R>) => tab.evaluate(run, undefined);

  const noteEditor = async () => {
    const frame = await waitFor('the note editor', () => tab.findFrame('editor.html'));
    const editor = createSurface(tab, () => Promise.reject(new Error('Nothing to save')), frame);
    // Keys typed before the field has the focus would go elsewhere.
    await waitFor('the caret in the note', () =>
      editor.evaluate(
        () => document.hasFocus() && document.activeElement?.localName === 'textarea',
      ),
    );
    return editor;
  };

  const clickButton = async (name: string) => {
    await tab.bringToFront();
    await click(await waitFor(`the button “${name}”`, () => tab.floating.findButton(name)));
  };

  return {
    goto: (address) => tab.goto(new URL(address, MAIN).href),
    reload: () => tab.reload(),
    select,
    selectByKeyboard,
    selection: () => look(readSelection),
    scrollSelectionTo: (part) => tab.evaluate(scrollSelectionTo, part),
    selectionBox: () => look(readSelectionBox),
    clickOn,
    hover,
    async press(key) {
      await tab.bringToFront();
      await tab.press(key);
    },
    async type(text) {
      await tab.bringToFront();
      await tab.type(text);
    },
    findButton: (name) => tab.floating.findButton(name),
    clickButton,
    async highlight(from, to) {
      await select(from, to);
      await clickButton('Highlight');
    },
    noteEditor,
    async writeNote(text) {
      const editor = await noteEditor();
      await editor.type(text);
      await editor.press('Control+Enter');
      await waitFor('the editor to close', async () => !(await tab.findFrame('editor.html')));
    },
    async glance() {
      const frame = await tab.findFrame('editor.html');
      // The frame may go away while it is read.
      return frame?.evaluate(() => document.body.innerText, undefined).catch(() => undefined);
    },
    isEditorOpen: async () => (await tab.findFrame('editor.html')) !== undefined,
    painted: () => tab.evaluate(readPainted, 'wm-a'),
    attended: () => tab.evaluate(readPainted, 'wm-b'),
    marked: async () => (await tab.evaluate(readPainted, 'wm-z')).join(),
    voice: () => tab.floating.voice(),
    html: () => look(readHtml),
    evaluate: <A, R>(run: (argument: A) => R | Promise<R>, argument?: A) =>
      tab.evaluate(run, argument as A),
    address: () => look(() => location.href),
    scrollPosition: () => look(() => scrollY),
    setSize: (width, height) => tab.setSize(width, height),
    pinch: (scale) => tab.pinch(scale),
    screenshot: (path) => tab.screenshot(path),
    bringToFront: () => tab.bringToFront(),
    close: () => tab.close(),
  };
}
