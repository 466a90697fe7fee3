import { setTimeout } from 'node:timers/promises';
import { startDriver } from './tests/e2e/driver/start-driver.ts';
import { waitFor } from './tests/e2e/driver/wait.ts';
import { startBlogServer } from './tests/e2e/rig/blog-server.ts';

const scheme = (process.argv[2] ?? 'light') as 'light' | 'dark';
const out = `/tmp/wk-page/${scheme}`;
const POST = '/2014/02/feedback-in-small-coins.html';
const server = await startBlogServer();
const waymark = await startDriver({ browser: 'chromium', server, colorScheme: scheme });
const shot = async (page: any, name: string) => {
  await setTimeout(600);
  await page.screenshot(`${out}-${name}.png`);
};
try {
  const page = await waymark.open(POST);
  await page.setSize(1000, 700);
  if (scheme === 'dark')
    await page.evaluate(() => {
      document.documentElement.style.cssText = 'color-scheme:dark;background:#181818';
      for (const e of document.querySelectorAll<HTMLElement>('body *')) {
        e.style.background = 'transparent';
        e.style.color = '#ddd';
      }
      document.body.style.background = '#181818';
    });
  await page.select('feedback is a currency', 'one enormous banknote.', '.post-body');
  await waitFor('toolbar', () => page.findButton('Highlight'));
  await shot(page, '1-selection');
  await page.clickButton('Note');
  const editor = await page.noteEditor();
  await editor.type('Our reviews, exactly. **Pay as I go:**');
  await shot(page, '2-comment');
  await editor.click({ role: 'radio', name: 'Action' });
  await setTimeout(300);
  await editor.click({ role: 'combobox' as never, name: 'Add a tag' });
  await editor.type('feedback,reviews,');
  await shot(page, '3-action');
  await editor.press('Control+Enter');
  await setTimeout(700);
  await page.select('A small coin is an observation', 'asks for very little.', '.post-body');
  await page.clickButton('Question');
  const second = await page.noteEditor();
  await second.click({ role: 'combobox' as never, name: 'Add a tag' });
  await second.type('f');
  await shot(page, '4-question-completion');
  await second.press('ArrowDown');
  await second.press('Enter');
  await second.press('Control+Enter');
  await setTimeout(700);
  await page.clickOn('feedback is a');
  await shot(page, '5-highlight');
  await page.press('Escape');
  await page.setSize(1000, 701);
  await page.clickOn('A small coin');
  await page.press('Escape');
  await setTimeout(300);
  await page.hover('Nothing I said');
  await page.hover('A small coin');
  await setTimeout(1200);
  await shot(page, '6-glance');
  await page.press('?');
  await waymark.readByKeyboard(page);
  await setTimeout(300);
  await page.press('?');
  await shot(page, '7-shortcuts');
  await page.press('Escape');
  await page.press('Escape');
  await page.setSize(320, 600);
  await page.evaluate(() => scrollTo(0, 0));
  await page.select('Small feedback is a question', 'as much as a judgement,', '.post-body');
  await waitFor('toolbar', () => page.findButton('Highlight'));
  await shot(page, '8-narrow');
  await page.clickButton('Note');
  await page.noteEditor();
  await shot(page, '9-narrow-editor');
  await page.press('Escape');
  await page.setSize(800, 700);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await page.select('feedback is a currency', 'one enormous', '.post-body');
  await page.clickOn('feedback is a currency');
  await shot(page, '10-large');
} finally {
  await waymark.close();
  await server.close();
}
