import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2013/03/what-one-on-ones-are-for.html';
const FIRST = 'Nor is it for my questions, or not first.';
const SECOND = 'Usually half of it has answered itself by then.';

const button = (name: string) => ({ role: 'button', name }) as const;
const download = (library: Surface) => library.download(() => library.click(button('Download')));

test('a template is tried out while it is written, and used for an export', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(FIRST);
  await expect.poll(() => page.painted()).toEqual([FIRST]);
  const library = await waymark.openLibrary('export=1');
  await library.click(button('Templates…'));
  const text = { role: 'textbox', name: 'Template' } as const;
  await expect.poll(() => library.text()).toContain(`> ${FIRST}`);
  await library.click(button('Copy as a template of my own'));
  await library.fill(text, '{% for note in notes %}Said: {{ note.passage | upper }}{% endfor %}');
  await expect.poll(() => library.text()).toContain(`Said: ${FIRST.toUpperCase()}`);

  // What is wrong is said, and the last preview stays.
  await library.fill(text, '{{ today | nowhere }}');
  await expect.poll(() => library.text()).toContain('Line 1: There is no filter called “nowhere”.');
  expect(await library.text()).toContain(`Said: ${FIRST.toUpperCase()}`);
  await library.fill(text, '{% for note in notes %}Says: {{ note.passage }}{% endfor %}');
  await expect.poll(() => library.text()).toContain(`Says: ${FIRST}`);
  expect(await library.text()).not.toContain('Line 1: ');

  await library.click({ role: 'dialog', name: 'Templates' }, button('Close'));
  await library.choose('Format', 'Reading notes (my own)');
  const { name, text: saved } = await download(library);
  expect(name).toMatch(/\.md$/);
  expect(saved).toBe(`Says: ${FIRST}\n`);
});

test('an export is copied, in the format that is chosen', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(FIRST);
  await expect.poll(() => page.painted()).toEqual([FIRST]);
  const library = await waymark.openLibrary('export=1');
  await library.choose('Format', 'Markdown for Obsidian');
  await library.click({ role: 'radio', name: 'The clipboard' });
  await library.click(button('Copy'));
  await expect.poll(() => library.text()).toContain('Copied.');
  expect(await waymark.clipboardText()).toContain(`> [!quote]\n>\n> ${FIRST}\n`);
});

test('a file that is dropped on the library is looked into, and imported', async ({ waymark }) => {
  const page = await waymark.open(POST);
  const library = await waymark.openLibrary();
  await expect.poll(() => library.text()).toContain('No notes yet');
  await library.evaluate(() => {
    const row =
      '"Nor is it for my questions, or not first.",What one-on-ones are for,,https://www.elidedbranches.com/2013/03/what-one-on-ones-are-for.html,,,';
    const dataTransfer = new DataTransfer();
    const text = `Highlight,Title,Author,URL,Note,Location,Date\n${row}\n`;
    dataTransfer.items.add(new File([text], 'readwise.csv', { type: 'text/csv' }));
    const drag = (type: string) =>
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
    drag('dragover');
    drag('drop');
  });
  await expect.poll(() => library.text()).toContain('1 new note');
  expect(await page.painted()).toEqual([]);
  await library.click(button('Import'));
  await expect.poll(() => library.text()).toContain('1 note imported');
  await expect.poll(() => page.painted()).toEqual([FIRST]);
});

test('only what is new since the last export is exported', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.highlight(FIRST);
  await expect.poll(() => page.painted()).toEqual([FIRST]);
  const library = await waymark.openLibrary('export=1');
  expect((await download(library)).text).toContain(FIRST);

  await page.bringToFront();
  await page.highlight(SECOND);
  await expect.poll(() => page.painted()).toHaveLength(2);
  const again = await waymark.openLibrary('export=1');
  await expect.poll(() => again.text()).toContain('Everything 2');
  await expect.poll(() => again.text()).toContain('New since the last time 1 · since ');
  // Its name ends with the minute of the last export.
  await again.evaluate(() => {
    const labels = Array.from(document.querySelectorAll('label'));
    labels.find(({ textContent }) => textContent?.startsWith('New since'))?.click();
  });
  const { text } = await download(again);
  expect(text).toContain(SECOND);
  expect(text).not.toContain(FIRST);
});
