import type { BlogPage } from './driver/blog-page.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'I have left five jobs.';

/** Highlight the passage with a note, as a reader does. */
async function annotate(page: BlogPage, note: string): Promise<void> {
  await page.select(PASSAGE);
  await page.clickButton('Note');
  await page.writeNote(note);
}

/** Open the editor on the highlight, whose toolbar says whether it has a note. */
async function openEditor(page: BlogPage, button: 'Add note' | 'Edit note') {
  await page.clickOn('left five');
  await page.clickButton(button);
  return page.noteEditor();
}

test('a note written at the highlight is saved with Ctrl+Enter, and shown as Markdown', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await annotate(page, 'Two of them **badly**.');
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('Two of them badly.');
});

test('the Save button saves a note too', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  await page.clickButton('Note');
  const editor = await page.noteEditor();
  await editor.type('by mouse');
  await editor.click({ role: 'button', name: 'Save' });
  await expect.poll(() => page.isEditorOpen()).toBe(false);
  expect(await (await openEditor(page, 'Edit note')).valueOf('Your note')).toBe('by mouse');
});

test('a note can be edited, and Esc gives up what was changed', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await annotate(page, 'first');

  const editor = await openEditor(page, 'Edit note');
  expect(await editor.valueOf('Your note')).toBe('first');
  await editor.type(' and second');
  await editor.press('Control+Enter');
  await expect.poll(() => page.isEditorOpen()).toBe(false);

  const again = await openEditor(page, 'Edit note');
  expect(await again.valueOf('Your note')).toBe('first and second');
  await again.type(' and not this');
  await again.press('Escape');
  await expect.poll(() => page.isEditorOpen()).toBe(false);

  const last = await openEditor(page, 'Edit note');
  expect(await last.valueOf('Your note')).toBe('first and second');
});

test('a draft outlives its page: what was typed and not saved is there again', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  await page.clickButton('Note');
  const editor = await page.noteEditor();
  await editor.type('half a thought');
  expect(await editor.valueOf('Your note')).toBe('half a thought');
  await page.close();

  const again = await waymark.open(POST);
  await expect.poll(() => again.painted()).toEqual([PASSAGE]);
  const draft = await openEditor(again, 'Add note');
  expect(await draft.valueOf('Your note')).toBe('half a thought');
});

test('a highlight and its note are deleted from the toolbar, and Undo brings both back', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await annotate(page, 'worth keeping');
  await page.clickOn('left five');
  await page.clickButton('Delete');
  await expect.poll(() => page.painted()).toEqual([]);
  await page.clickButton('Undo');
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  await page.reload();
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  const editor = await openEditor(page, 'Edit note');
  expect(await editor.valueOf('Your note')).toBe('worth keeping');
});

test('a deleted highlight stays away', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight('He shook my hand.');
  await page.highlight(PASSAGE);
  await expect.poll(() => page.painted()).toHaveLength(2);
  await page.clickOn('left five');
  await page.clickButton('Delete');
  await expect.poll(() => page.findButton('Undo')).toBeDefined();
  await page.reload();
  await expect.poll(() => page.painted()).toEqual(['He shook my hand.']);
});

test.describe(() => {
  test.use({ restarts: true });

  test('highlight and note survive a reload, and a restart of the browser', async ({ waymark }) => {
    const page = await waymark.open(POST);
    await annotate(page, 'still here');
    await page.reload();
    await expect.poll(() => page.painted()).toEqual([PASSAGE]);

    await waymark.restart();
    const later = await waymark.open(POST);
    await expect.poll(() => later.painted()).toEqual([PASSAGE]);
    const editor = await openEditor(later, 'Edit note');
    expect(await editor.valueOf('Your note')).toBe('still here');
  });
});

test('a click beside the highlight closes its toolbar', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(PASSAGE);
  await page.clickOn('left five');
  await expect.poll(() => page.findButton('Delete')).toBeDefined();
  await page.clickOn('once in anger');
  await expect.poll(() => page.findButton('Delete')).toBeUndefined();
});
