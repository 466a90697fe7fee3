import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as toText } from 'mdast-util-to-string';
import { expect, test } from './fixtures.ts';

const POST = '/2013/03/what-one-on-ones-are-for.html';
const OTHER = '/2026/05/leaving-job-well.html';
/** The author parted these by `<br /><br />`, and wrote one of them in italics and with a quote. */
const FIRST = 'Nor is it for my questions, or not first.';
const PARAGRAPHS = ['Usually half of it has answered itself by then.', 'What it is for'];
const NOTE = 'Ask *first*:\n\n- then wait';

/** What a reader of the file finds: its headings, the passages quoted in it, and the lists. */
function read(markdown: string) {
  const root: Root = fromMarkdown(markdown);
  const textsOf = (type: RootContent['type']) =>
    root.children.filter((block) => block.type === type).map((block) => toText(block));
  return {
    headings: textsOf('heading'),
    passages: root.children.flatMap((block) =>
      block.type === 'blockquote' ? [block.children.map((child) => toText(child))] : [],
    ),
    paragraphs: textsOf('paragraph'),
    lists: textsOf('list'),
  };
}

test('one post and everything are copied and saved as Markdown, passage and note to the letter', async ({
  waymark,
}) => {
  const page = await waymark.open(OTHER);
  await page.highlight('I have left five jobs.');
  await expect.poll(() => page.painted()).toHaveLength(1);
  await page.goto(POST);
  await page.highlight(FIRST);
  await page.select('Usually half of it', 'What it is for');
  await page.clickButton('Note');
  const editor = await page.noteEditor();
  await editor.type('Ask *first*:');
  await editor.press('Enter');
  await editor.press('Enter');
  await editor.type('- then wait');
  expect(await editor.valueOf('Your note')).toBe(NOTE);
  await editor.press('Control+Enter');
  await expect.poll(() => page.isEditorOpen()).toBe(false);

  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toContain('then wait');
  const ofThisPost = {
    headings: ['What one-on-ones are for'],
    passages: [[FIRST], PARAGRAPHS],
    lists: ['then wait'],
  };
  await popup.click({ role: 'button', name: 'Copy as Markdown' });
  await expect.poll(() => popup.text()).toContain('Copied.');
  const copied = await waymark.clipboardText();
  expect(read(copied)).toMatchObject(ofThisPost);
  expect(read(copied).paragraphs).toContain('Ask first:');
  expect(copied).toContain(`](https://www.elidedbranches.com${POST})`);

  await popup.click({ role: 'button', name: 'Export…' });
  const library = await waymark.followToLibrary();
  const save = () => library.download(() => library.click({ role: 'button', name: 'Download' }));
  const saved = await save();
  expect(saved.name).toBe('2013-03-24 What one-on-ones are for.md');
  expect(saved.text).toBe(copied);

  await library.click({ role: 'radio', name: 'Everything 3' });
  const all = await save();
  expect(all.name).toMatch(/^\d{4}-\d\d-\d\d Waymark\.md$/);
  expect(read(all.text)).toMatchObject({
    headings: ['Reading notes', 'What one-on-ones are for', 'Leaving a job well'],
    passages: [[FIRST], PARAGRAPHS, ['I have left five jobs.']],
    lists: ['then wait'],
  });
});
