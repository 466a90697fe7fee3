import { type Annotation, createAnnotation } from '../../lib/annotation/annotation.ts';
import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const SOURCE = `https://www.elidedbranches.com${POST}`;
const COUNT = 250;

/** Notes on sentences of a post's, each with a word too many: as if the author had struck it out since. */
function aNoteOnEach(html: string): Annotation[] {
  const text = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  const sentences = text.split(/(?<=\.) /).filter(({ length }) => length > 60 && length < 200);
  return Array.from({ length: COUNT }, (_, index) => {
    const sentence = sentences[Math.floor((index * sentences.length) / COUNT)] ?? '';
    const start = text.indexOf(sentence);
    const prefix = text.slice(Math.max(start - 32, 0), start);
    const suffix = text.slice(start + sentence.length).slice(0, 32);
    const passage = sentence.replace(' ', ' really ');
    return createAnnotation({
      source: SOURCE,
      selector: [{ type: 'TextQuoteSelector', exact: passage, prefix, suffix }],
      passage,
    });
  });
}

test('a long search for passages shows how far it is, can be stopped, and says what came of it', async ({
  waymark,
  blog,
}) => {
  const html = blog.posts.find(({ path }) => path === POST)?.html ?? '';
  const annotations = aNoteOnEach(html);
  const page = await waymark.open(POST);
  await waymark.keep({ annotations });
  // A page that is busy itself leaves few moments for anything else.
  await page.evaluate(() => {
    const work = () => {
      if (document.title === 'At rest') return;
      const end = performance.now() + 250;
      while (performance.now() < end);
      setTimeout(work);
    };
    work();
  });
  const told = waymark.tellOfChange(page, SOURCE);
  const popup = await waymark.openPopup(page);
  await expect.poll(() => popup.text()).toMatch(/Looking for your passages: \d+ of 250/);

  await popup.click({ role: 'button', name: 'Stop' });
  await expect
    .poll(() => popup.text())
    .toMatch(/Stopped: \d+ of 250 passages have been looked for\./);
  // What had been found by then is painted.
  await told;
  const early = (await page.painted()).length;
  expect(early).toBeGreaterThan(0);

  await page.evaluate(() => {
    document.title = 'At rest';
  });
  await popup.click({ role: 'button', name: 'Go on' });
  // Browsers give less time to pages in the background.
  await page.bringToFront();
  await expect
    .poll(() => popup.text(), { timeout: 30_000 })
    .toContain('All 250 passages have been looked for: 250 found, 0 not.');
  expect((await page.painted()).length).toBeGreaterThan(early);
});
