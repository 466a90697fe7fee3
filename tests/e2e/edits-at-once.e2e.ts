import type { Driver } from './driver/driver.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'I have left five jobs.';

const card = { role: 'article', name: PASSAGE } as const;
const button = (name: string) => ({ role: 'button', name }) as const;
const note = { role: 'textbox', name: 'Your note' } as const;

/** Write the note that is then edited in two places at once. */
async function writeNote(waymark: Driver) {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  await page.clickButton('Note');
  await page.writeNote('Five jobs');
  return page;
}

/** Open the form of the card, and put the caret where the note ends. */
async function edit(surface: Surface): Promise<void> {
  await surface.click(card, button('Edit note'));
  await expect.poll(() => surface.count(note)).toBe(1);
}

test('of two texts written at once both are kept, on the page and in the popup, and can be exchanged', async ({
  waymark,
}) => {
  const page = await writeNote(waymark);
  await expect.poll(() => page.isEditorOpen()).toBe(false);

  // The editor has begun before the popup saves.
  await page.clickOn('left five');
  await page.clickButton('Edit note');
  const editor = await page.noteEditor();
  expect(await editor.valueOf('Your note')).toBe('Five jobs');
  const popup = await waymark.openPopup(page);
  await edit(popup);
  await popup.type(' and two regrets');
  await popup.press('Control+Enter');
  await expect.poll(() => popup.text()).toContain('Note changed');

  await page.bringToFront();
  await editor.type(' and no regrets');
  await editor.press('Control+Enter');
  await expect.poll(() => editor.text()).toContain('Meanwhile this was written elsewhere');
  expect(await editor.text()).toContain('Five jobs and two regrets');
  // It has the keyboard, and Enter presses it.
  expect(await editor.count(button('Close'))).toBe(1);
  await editor.press('Enter');
  await expect.poll(() => page.isEditorOpen()).toBe(false);

  await expect.poll(() => popup.text()).toContain('at the same time');
  const order = async () => {
    const text = await popup.text();
    return text.indexOf('and no regrets') < text.indexOf('and two regrets');
  };
  expect(await popup.text()).toContain('and two regrets');
  expect(await order()).toBe(true);
  await popup.click(card, button('Use this text'));
  await expect.poll(order).toBe(false);
  await popup.click(button('Undo'));
  await expect.poll(order).toBe(true);
  await popup.click(card, button('Discard this text'));
  await expect.poll(() => popup.text()).not.toContain('and two regrets');
  expect(await popup.text()).toContain('and no regrets');
});

test('of different things written at once both are there: the note of one page, the tag of the other', async ({
  waymark,
}) => {
  const page = await writeNote(waymark);
  const library = await waymark.openLibrary();
  await edit(library);
  const panel = await waymark.openSidePanel(page);
  await edit(panel);
  await panel.click({ role: 'combobox', name: 'Tags' });
  await panel.type('leaving,');
  await panel.press('Control+Enter');
  await expect.poll(() => panel.text()).toContain('Note changed');

  await library.click(note);
  await library.type(' so far');
  await library.press('Control+Enter');
  await expect.poll(() => library.text()).toContain('Note changed');
  for (const surface of [library, panel]) {
    await expect.poll(() => surface.count(card, { role: 'list', name: 'Tags' })).toBe(1);
    await expect.poll(() => surface.text()).toContain('Five jobs so far');
    expect(await surface.text()).not.toContain('at the same time');
  }
  // What was done there is taken back, and not what was done here since.
  await panel.click(button('Undo'));
  await expect.poll(() => panel.count(card, { role: 'list', name: 'Tags' })).toBe(0);
  expect(await panel.text()).toContain('Five jobs so far');
});
