import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'I have left five jobs.';

const button = (name: string) => ({ role: 'button', name }) as const;

const SCRIPTS =
  'Ελληνικά русский עברית العربية हिन्दी ไทย 中文 日本語 한국어 አማርኛ 👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301 \u202Eback\u202C \u0000';
/** UTF-16 units. */
const MEGABYTE = 2 ** 20;

/** Stands for half a character, which cannot cross to a browser and is put in there. */
const STAND_IN = '\uFFFF';
const NOTE = `${`${SCRIPTS}\n`.repeat(Math.ceil(MEGABYTE / SCRIPTS.length))}half: ${STAND_IN}!`;

/** Where the one note that is kept differs from what was written; -1 where it does not. */
function findDifference(page: Surface): Promise<number> {
  return page.evaluate(
    async ({ note, standIn }) => {
      const opening = indexedDB.open('waymark');
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const asking = database.transaction('annotations').objectStore('annotations').getAll();
      const [kept] = await new Promise<{ body?: { value: string } }[]>((resolve) => {
        asking.onsuccess = () => resolve(asking.result);
      });
      database.close();
      const written = note.replace(standIn, String.fromCharCode(0xd83d));
      const found = kept?.body?.value ?? '';
      if (found === written) return -1;
      let at = 0;
      while (at < found.length && found[at] === written[at]) at += 1;
      return at;
    },
    { note: NOTE, standIn: STAND_IN },
  );
}

test('a note of a megabyte, in every script and with half a character in it, is kept to the letter', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  await page.clickButton('Note');
  const editor = await page.noteEditor();
  await editor.evaluate(
    ({ note, standIn }) => {
      const field = document.querySelector('textarea') as HTMLTextAreaElement;
      field.value = note.replace(standIn, String.fromCharCode(0xd83d));
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    { note: NOTE, standIn: STAND_IN },
  );
  await editor.press('Control+Enter');
  await expect.poll(() => page.isEditorOpen()).toBe(false);
  const own = await waymark.openOwnPage('icon/16.png');
  await expect.poll(() => findDifference(own)).toBe(-1);
});

test('what is written when the clock has been set back a year is kept', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  const library = await waymark.openLibrary();
  await expect.poll(() => library.text()).toContain('1 note');
  await library.evaluate(() => {
    const { now } = Date;
    const YEAR = 365 * 24 * 60 * 60 * 1000;
    globalThis.Date = class extends Date {
      constructor(...given: [number]) {
        super(...((given.length > 0 ? given : [now() - YEAR]) as [number]));
      }
      static override now() {
        return now() - YEAR;
      }
    } as DateConstructor;
  });
  await library.click(button('Add note'));
  await library.fill({ role: 'textbox', name: 'Your note' }, 'Written last year');
  await library.press('ControlOrMeta+Enter');
  await expect.poll(() => library.count(button('Edit note'))).toBe(1);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('Written last year');
  await popup.click(button('Edit note'));
  await popup.fill({ role: 'textbox', name: 'Your note' }, 'Written today');
  await popup.press('ControlOrMeta+Enter');
  await expect.poll(() => library.text()).toContain('Written today');
});
