import { expect, test } from './fixtures.ts';

const POST = '/2026/05/leaving-job-well.html';
const PASSAGE = 'My badge stopped working at six o’clock on a Friday in April';

test('a selection made with the mouse gets a toolbar beside it, whose Highlight paints exactly that', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.select('My badge stopped', 'on a Friday in April');
  await expect.poll(() => page.findButton('Highlight')).toBeDefined();

  const box = await page.selectionBox();
  const button = await page.findButton('Highlight');
  expect(button?.y).toBeGreaterThan(box.top - 80);
  expect(button?.y).toBeLessThan(box.bottom + 80);
  expect(await page.findButton('Note')).toBeDefined();
  expect(await page.painted()).toEqual([]);

  await page.clickButton('Highlight');
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  expect(await page.selection()).toBe('');
  expect(await page.findButton('Highlight')).toBeUndefined();
});

test('h highlights what is selected, while the toolbar shows', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.press('h');
  await page.select('He shook my hand.');
  await expect.poll(() => page.findButton('Highlight')).toBeDefined();
  expect(await page.painted()).toEqual([]);
  await page.press('h');
  await expect.poll(() => page.painted()).toEqual(['He shook my hand.']);
  expect(await page.findButton('Highlight')).toBeUndefined();
});

test('n highlights what is selected and opens the note editor on it', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.select('He shook my hand.');
  await expect.poll(() => page.findButton('Note')).toBeDefined();
  await page.press('n');
  const editor = await page.noteEditor();
  expect(await editor.text()).toContain('He shook my hand.');
  expect(await editor.valueOf('Your note')).toBe('');
  expect(await page.painted()).toEqual(['He shook my hand.']);
});

test('Esc closes the toolbar and leaves nothing behind', async ({ waymark }) => {
  const page = await waymark.open(POST);
  const before = await page.html();
  await page.select('He shook my hand.');
  await expect.poll(() => page.findButton('Highlight')).toBeDefined();
  await page.press('Escape');
  await expect.poll(() => page.findButton('Highlight')).toBeUndefined();
  expect(await page.painted()).toEqual([]);
  expect(await page.html()).toBe(before);
  // With the toolbar closed the keys are the page's again.
  await page.press('h');
  expect(await page.painted()).toEqual([]);
});

test('a selection made with Shift and the arrow keys is highlighted like any other', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.selectByKeyboard('He shook my hand');
  await page.clickButton('Highlight');
  await expect.poll(() => page.painted()).toEqual(['He shook my hand']);
});

test('what is highlighted is what is selected then, not when the toolbar came up', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.selectByKeyboard('He shook');
  await expect.poll(() => page.findButton('Highlight')).toBeDefined();
  for (const _ of ' my hand') await page.press('Shift+ArrowRight');
  await page.press('h');
  await expect.poll(() => page.painted()).toEqual(['He shook my hand']);
});

/** Where a passage runs through the markup of a post, and what of it is painted. */
const CROSSINGS = [
  {
    through: 'two paragraphs',
    path: POST,
    from: 'many people don’t say goodbye.”',
    to: 'I have left five jobs.',
  },
  {
    through: 'a link',
    path: POST,
    from: 'Everything that had a name against it',
    to: 'people to: the whole thing',
  },
  {
    through: 'emphasis',
    path: POST,
    from: 'underneath whatever they say, ',
    to: 'to me? That is not selfish.',
  },
  {
    through: 'a heading',
    path: POST,
    from: 'and almost nothing about the other end.',
    to: 'Most people I have managed',
  },
  {
    through: 'line breaks that stand for paragraphs',
    path: '/2013/03/what-one-on-ones-are-for.html',
    from: 'supposed to be for.',
    to: 'What it is not for',
  },
  {
    through: 'line breaks without a space between',
    path: '/2012/08/release-trains.html',
    from: 'when I proposed it.',
    to: 'I had sold it on predictability.',
  },
];

for (const { through, path, from, to } of CROSSINGS) {
  test(`a passage through ${through} is painted whole, and again after a reload`, async ({
    waymark,
  }) => {
    const page = await waymark.open(path);
    await page.select(from, to);
    const selected = (await page.selection()).replace(/\s/g, '');
    expect(selected.startsWith(from.trim().replace(/\s/g, ''))).toBe(true);
    expect(selected.endsWith(to.replace(/\s/g, ''))).toBe(true);
    await page.clickButton('Highlight');
    const painted = async () => (await page.painted()).map((text) => text.replace(/\s/g, ''));
    await expect.poll(painted).toEqual([selected]);
    await page.reload();
    await expect.poll(painted).toEqual([selected]);
  });
}

test('a selection that runs out of the post is clipped to it, at the beginning and at the end', async ({
  waymark,
}) => {
  const page = await waymark.open(POST);
  await page.select('Leaving a job well', 'My badge stopped working', '#main');
  expect(await page.selection()).toContain('Leaving a job well');
  await page.clickButton('Highlight');
  await expect.poll(() => page.painted()).toEqual(['My badge stopped working']);

  await page.select('prouder of any other.', 'Posted by');
  expect(await page.selection()).toContain('Posted by');
  await page.clickButton('Highlight');
  await expect
    .poll(() => page.painted())
    .toEqual(['My badge stopped working', 'prouder of any other.']);
});

test('a selection outside of every post can not be highlighted', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.select('On building software', 'the people who do');
  expect(await page.selection()).toContain('On building software');
  await waymark.chooseFromContextMenu(page, 'Highlight');
  expect(await page.painted()).toEqual([]);
  expect(await page.findButton('Highlight')).toBeUndefined();
});

const TOOLS = ['Highlight', 'Yellow', 'Purple', 'Note', 'Question', 'Action', 'Close'];

for (const [window, width, height] of [
  ['a window of 320 pixels', 320, 600],
  ['a low window', 900, 300],
] as const) {
  test(`in ${window} the toolbar is all in sight, and covers nothing of the selection`, async ({
    waymark,
  }) => {
    const page = await waymark.open(POST);
    await page.setSize(width, height);
    await page.select('My badge stopped', 'on a Friday in April');
    await expect.poll(() => page.findButton('Highlight')).toBeDefined();
    const box = await page.selectionBox();
    for (const tool of TOOLS) {
      const button = await page.findButton(tool);
      if (!button) throw new Error(`There is no ${tool}`);
      expect(button.x - button.width / 2).toBeGreaterThanOrEqual(0);
      expect(button.x + button.width / 2).toBeLessThanOrEqual(width);
      expect(button.y - button.height / 2).toBeGreaterThanOrEqual(0);
      expect(button.y + button.height / 2).toBeLessThanOrEqual(height);
      expect(Math.min(button.width, button.height)).toBeGreaterThanOrEqual(24);
      const isBelow = button.y - button.height / 2 >= box.bottom;
      expect(isBelow || button.y + button.height / 2 <= box.top).toBe(true);
    }
  });
}

test('the toolbar follows its selection when the page scrolls', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.select('He shook my hand.');
  await expect.poll(() => page.findButton('Highlight')).toBeDefined();
  const distance = async () => {
    const [button, box] = [await page.findButton('Highlight'), await page.selectionBox()];
    return Math.round((button?.y ?? 0) - box.top);
  };
  const before = await distance();
  await page.evaluate(() => scrollBy(0, 40));
  await expect.poll(distance).toBe(before);
});

test('on a page pinched larger the toolbar stays in what is seen of it, and off the selection', async ({
  waymark,
  driven,
}) => {
  const page = await waymark.open(POST);
  if (driven === 'firefox') {
    // WebDriver BiDi has no pinch, and touches made up by a page do not enlarge it.
    await expect(page.pinch(2.5)).rejects.toThrow('pinch');
    return;
  }
  await page.select('He shook my hand.');
  await expect.poll(() => page.findButton('Highlight')).toBeDefined();
  await page.pinch(2.5);
  await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBe(2.5);

  for (const part of [0.2, 0.5, 0.9]) {
    // The reader scrolls until the selection is in this part of what is seen.
    await page.scrollSelectionTo(part);
    const seen = await page.evaluate(() => {
      const {
        offsetLeft: left = 0,
        offsetTop: top = 0,
        width = 0,
        height = 0,
      } = visualViewport ?? {};
      return { left, top, right: left + width, bottom: top + height };
    });
    await expect
      .poll(async () => {
        const box = await page.selectionBox();
        const places = await Promise.all(TOOLS.map((tool) => page.findButton(tool)));
        return places.every((place) => {
          if (!place) return false;
          // The buttons are as large on the screen as before, and so smaller on the page.
          const left = place.x - place.width / 2;
          const top = place.y - place.height / 2;
          const [right, bottom] = [left + place.width / 2.5, top + place.height / 2.5];
          const isIn = left >= seen.left && right <= seen.right;
          const isSeen = isIn && top >= seen.top && bottom <= seen.bottom;
          return isSeen && (top >= box.bottom || bottom <= box.top);
        });
      })
      .toBe(true);
  }
});

test('the keys 1 to 5 highlight in the colours', async ({ waymark }) => {
  const page = await waymark.open(POST);
  await page.select('He shook my hand.');
  await expect.poll(() => page.findButton('Highlight')).toBeDefined();
  await page.press('3');
  await page.clickOn('shook my hand');
  await expect.poll(() => page.findButton('Delete')).toBeDefined();
  const inBlue = () => page.evaluate(() => (CSS.highlights.get('wm-d')?.size ?? 0) > 0);
  expect(await inBlue()).toBe(true);
});

test('a quote is copied with its title and a link to its post', async ({ waymark }) => {
  const page = await waymark.open('/');
  await page.select(PASSAGE);
  await page.clickButton('Copy quote with link');
  await expect
    .poll(() => waymark.clipboardText())
    .toBe(`“${PASSAGE}” — Leaving a job well, https://www.elidedbranches.com${POST}`);
  expect(await page.painted()).toEqual([]);
});
