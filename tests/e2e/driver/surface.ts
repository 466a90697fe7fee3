import type { DocumentHandle, Download, Named, Tab, Theme } from './tab.ts';
import { waitFor } from './wait.ts';

/** A document of Waymark's own, such as the popup, whose elements are found by role and name. */
export interface Surface {
  /** The text a reader sees. */
  text(): Promise<string>;
  /** How many elements are found by following the names, each inside the one before. */
  count(...path: Named[]): Promise<number>;
  /** Click on the first of them, once it is there. */
  click(...path: Named[]): Promise<void>;
  /** Replace what a field holds, typing. */
  fill(field: Named, text: string): Promise<void>;
  /** Choose a file in the field of that label, as a reader's file picker would. */
  chooseFile(label: string, file: { name: string; text: string }): Promise<void>;
  /** Choose an option of a list by what it says, once it is there. */
  choose(label: string, option: string): Promise<void>;
  /** What a field holds, once it is there. */
  valueOf(label: string): Promise<string>;
  press(key: string): Promise<void>;
  /** Press a key wherever the focus is, be it outside the page in the browser's own controls. */
  pressOn(key: string): Promise<void>;
  type(text: string): Promise<void>;
  evaluate<R>(run: () => R | Promise<R>): Promise<R>;
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  /** The file that an act makes this page save. */
  download(act: () => Promise<void>): Promise<Download>;
  /** A picture of what shows, or of all of it. */
  screenshot(path: string, isWhole?: boolean): Promise<void>;
  setSize(width: number, height: number): Promise<void>;
  /** Change what the reader's system asks of pages, of all of them in Firefox. */
  setTheme(theme: Theme): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param tab has the keyboard and the picture.
 * @param within the document itself, when it is that of a frame in the tab.
 */
export function createSurface(
  tab: Tab,
  download: Surface['download'],
  within: DocumentHandle = tab,
): Surface {
  const click = async (...path: Named[]) => {
    await tab.bringToFront();
    await waitFor(`the ${toPhrase(path)}`, () => within.click(path));
  };
  return {
    text: () => within.evaluate(() => document.body.innerText, undefined),
    count: (...path) => within.count(path),
    click,
    async fill(field, text) {
      await click(field);
      await tab.press('ControlOrMeta+a');
      await tab.type(text);
    },
    chooseFile: async (label, file) => {
      await waitFor(`the field “${label}”`, () =>
        within.evaluate(
          ({ label, name, text }) => {
            const labels = Array.from(document.querySelectorAll('label'));
            const found = labels.find(({ textContent }) => textContent?.trim() === label);
            const input = found?.control as HTMLInputElement | null | undefined;
            if (!input) return undefined;
            const chosen = new DataTransfer();
            chosen.items.add(new File([text], name));
            input.files = chosen.files;
            return input.dispatchEvent(new Event('change', { bubbles: true }));
          },
          { label, ...file },
        ),
      );
    },
    choose: async (label, option) => {
      await waitFor(`the option “${option}”`, () =>
        within.evaluate(
          ({ label, option }) => {
            const labels = Array.from(document.querySelectorAll('label'));
            const found = labels.find(({ textContent }) => textContent?.trim() === label);
            const list = found?.control as HTMLSelectElement | null | undefined;
            const wanted = Array.from(list?.options ?? []).find(({ text }) => text === option);
            if (!list || !wanted) return undefined;
            list.value = wanted.value;
            return list.dispatchEvent(new Event('change', { bubbles: true }));
          },
          { label, option },
        ),
      );
    },
    valueOf: (label) =>
      waitFor(`the field “${label}”`, () =>
        within.evaluate((label) => {
          const labels = Array.from(document.querySelectorAll('label'));
          const found = labels.find(({ textContent }) => textContent?.trim() === label);
          return (found?.control as HTMLTextAreaElement | null | undefined)?.value;
        }, label),
      ),
    pressOn: (key) => tab.press(key),
    press: async (key) => {
      await tab.bringToFront();
      await tab.press(key);
    },
    type: async (text) => {
      await tab.bringToFront();
      await tab.type(text);
    },
    evaluate: <A, R>(run: (argument: A) => R | Promise<R>, argument?: A) =>
      within.evaluate(run, argument as A),
    download,
    screenshot: (path, isWhole) => tab.screenshot(path, isWhole),
    setSize: (width, height) => tab.setSize(width, height),
    setTheme: (theme) => tab.setTheme(theme),
    bringToFront: () => tab.bringToFront(),
    close: () => tab.close(),
  };
}

function toPhrase(path: readonly Named[]): string {
  return path
    .toReversed()
    .map(({ role, name }) => `${role} “${name}”`)
    .join(' in the ');
}
