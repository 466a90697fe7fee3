import { type Annotation, createAnnotation } from '../../lib/annotation/annotation.ts';
import { withColour, withNote, withTags } from '../../lib/annotation/changes.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';

const POSTS = [
  {
    slug: '2014/02/feedback-in-small-coins',
    title: 'Feedback in small coins',
    labels: ['feedback'],
  },
  { slug: '2019/09/skip-levels', title: 'Skip levels', labels: ['management'] },
].map(({ slug, title, labels }) => ({
  permalink: `https://www.elidedbranches.com/${slug}.html`,
  title,
  labels,
  published: `${slug.slice(0, 4)}-01-01T10:00:00.000Z`,
  text: 'All of it.',
  excerpt: false,
}));

/** A note on the first post or the second, made so many days ago. */
function aNote(
  passage: string,
  daysAgo: number,
  { note = '', tags = [] as string[], post = 0 } = {},
): Annotation {
  const now = new Date(Date.now() - daysAgo * 86_400_000);
  const made = createAnnotation(
    {
      source: POSTS[post]?.permalink ?? '',
      selector: [{ type: 'TextQuoteSelector', exact: passage, prefix: '', suffix: '' }],
      passage,
    },
    now,
  );
  return withTags(withNote(made, note, now), tags, now);
}

const COIN = aNote('Feedback is a currency.', 1, { note: 'Our *réviews*', tags: ['feedback'] });
const LEVEL = aNote('Skip-level meetings are cheap.', 2, { tags: ['meetings'], post: 1 });
const NO = withColour(aNote('Say no early.', 3, { tags: ['meetings', 'writing'] }), 'green');
const NOTES = [COIN, LEVEL, NO];

/** The passages that are listed, in order, without those far from the screen. */
const listed = (library: Surface) =>
  library.evaluate(() =>
    Array.from(document.querySelectorAll('.passage'), ({ textContent }) => textContent),
  );
const address = (library: Surface) => library.evaluate(() => location.search);
const passagesOf = (...notes: Annotation[]) => notes.map(({ target }) => target.passage);

const SEARCH = { role: 'searchbox', name: 'Search your notes' } as const;
const button = (name: string) => ({ role: 'button', name }) as const;
const choice = (note: Annotation) =>
  ({ role: 'checkbox', name: `Select: ${note.target.passage}` }) as const;

test.beforeEach(async ({ waymark }) => {
  await waymark.keep({ annotations: NOTES, posts: POSTS });
});

test('everything is found as it is typed, marked, and kept in the address', async ({ waymark }) => {
  const library = await waymark.openOwnPage('library.html');
  await expect.poll(() => listed(library)).toEqual(passagesOf(COIN, LEVEL, NO));
  await expect.poll(() => library.text()).toContain('3 notes');

  await library.fill(SEARCH, 'reviews');
  await expect.poll(() => listed(library)).toEqual(passagesOf(COIN));
  await expect.poll(() => library.text()).toContain('1 of 3 notes');
  const marked = () =>
    library.evaluate(() =>
      Array.from((CSS.highlights.get('search-match') ?? new Set()) as Iterable<Range>, String),
    );
  await expect.poll(marked).toEqual(['réviews']);
  expect(await address(library)).toBe('?q=reviews');

  await library.fill(SEARCH, 'tag:meetings -label:management');
  await expect.poll(() => listed(library)).toEqual(passagesOf(NO));
  await library.fill(SEARCH, 'nothing has this');
  await expect.poll(() => library.text()).toContain('Nothing found');
  await library.fill(SEARCH, 'colour:mauve');
  await expect.poll(() => library.text()).toContain('there is no such colour');
});

test('filters write the query, and back and a bookmark lead to where one was', async ({
  waymark,
}) => {
  const library = await waymark.openOwnPage('library.html');
  await expect.poll(() => listed(library)).toHaveLength(3);
  await library.click(button('Tag'));
  await library.click({ role: 'list', name: 'Tag' }, button('meetings 2'));
  await expect.poll(() => listed(library)).toEqual(passagesOf(LEVEL, NO));
  await library.click(button('Colour'));
  await library.click({ role: 'list', name: 'Colour' }, button('Green 1'));
  await expect.poll(() => listed(library)).toEqual(passagesOf(NO));
  const search = await address(library);
  expect(new URLSearchParams(search).get('q')).toBe('tag:"meetings" colour:green');

  await library.evaluate(() => history.back());
  await expect.poll(() => listed(library)).toEqual(passagesOf(LEVEL, NO));
  await library.evaluate(() => history.forward());
  await expect.poll(() => listed(library)).toEqual(passagesOf(NO));

  const bookmarked = await waymark.openOwnPage(`library.html${search}&group=post`);
  await expect.poll(() => listed(bookmarked)).toEqual(passagesOf(NO));
  await expect
    .poll(() => bookmarked.count({ role: 'heading', name: 'Feedback in small coins 1' }))
    .toBe(1);
});

test('many notes are tagged at once, and one undo takes it back', async ({ waymark }) => {
  const library = await waymark.openOwnPage('library.html');
  await library.click(choice(COIN));
  await library.click(choice(LEVEL));
  await expect.poll(() => library.text()).toContain('2 notes selected');
  expect(new URLSearchParams(await address(library)).get('selected')).toBe(
    [COIN, LEVEL].map(({ id }) => id).join(','),
  );
  await library.click({ role: 'region', name: 'Selected notes' }, button('Tags'));
  await library.fill({ role: 'combobox', name: 'Tags to add' }, 'monday');
  await library.press('Enter');
  await library.click(button('Add to the selected notes'));
  await expect.poll(() => library.text()).toContain('2 notes tagged “monday”');
  await library.fill(SEARCH, 'tag:monday');
  await expect.poll(() => listed(library)).toEqual(passagesOf(COIN, LEVEL));
  await library.click(button('Undo'));
  await expect.poll(() => library.text()).toContain('Nothing found');
});

test('a tag is renamed into another one, and the two are one', async ({ waymark }) => {
  const library = await waymark.openOwnPage('library.html');
  await expect.poll(() => listed(library)).toHaveLength(3);
  await library.click(button('Tag'));
  await library.click(button('Rename or merge tags…'));
  await library.fill({ role: 'textbox', name: 'Name of the tag writing' }, 'Meetings');
  await library.click(button('Merge into “meetings”'));
  await expect
    .poll(() => library.count({ role: 'textbox', name: 'Name of the tag writing' }))
    .toBe(0);
  await library.click(button('Close'));
  await expect.poll(() => library.text()).toContain('“writing” is called “meetings” now');
  await library.press('ControlOrMeta+z');
  await library.fill(SEARCH, 'tag:writing');
  await expect.poll(() => listed(library)).toEqual(passagesOf(NO));
});

test('what is deleted lies in the bin, comes back, and goes for good when that is confirmed', async ({
  waymark,
}) => {
  const library = await waymark.openOwnPage('library.html');
  await library.click(choice(COIN));
  await library.click(choice(NO));
  await library.click({ role: 'region', name: 'Selected notes' }, button('Delete'));
  await expect.poll(() => listed(library)).toEqual(passagesOf(LEVEL));
  await library.click({ role: 'link', name: 'Bin 2' });
  await expect
    .poll(async () => (await listed(library)).toSorted())
    .toEqual(passagesOf(COIN, NO).toSorted());
  await library.fill(SEARCH, 'currency');
  await expect.poll(() => listed(library)).toEqual(passagesOf(COIN));
  await library.click(button('Restore'));
  await library.click(button('Clear the search'));
  await expect.poll(() => listed(library)).toEqual(passagesOf(NO));

  await library.click(button('Empty the bin'));
  await expect.poll(() => library.text()).toContain('Delete 1 note for good?');
  await library.click(button('Cancel'));
  expect(await listed(library)).toEqual(passagesOf(NO));
  await library.click(button('Empty the bin'));
  await library.click(
    { role: 'dialog', name: 'Delete 1 note for good?' },
    button('Delete for good'),
  );
  await expect.poll(() => library.text()).toContain('The bin is empty');
  await library.click(button('Undo'));
  await expect.poll(() => listed(library)).toEqual(passagesOf(NO));
});

test('with the keyboard alone: find, go through, choose, delete, and take it back', async ({
  waymark,
}) => {
  const library = await waymark.openOwnPage('library.html');
  await expect.poll(() => listed(library)).toHaveLength(3);
  const focused = () =>
    library.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 40 && (await focused()) !== name; presses++) {
      await library.press('Tab');
    }
    expect(await focused()).toBe(name);
  };
  await tabTo(choice(COIN).name);
  await library.press('j');
  await expect.poll(focused).toBe(choice(LEVEL).name);
  await library.press('x');
  await library.press('j');
  await expect.poll(focused).toBe(choice(NO).name);
  await library.press('k');
  await expect.poll(focused).toBe(choice(LEVEL).name);
  await expect.poll(() => library.text()).toContain('1 note selected');
  await library.press('Escape');
  await expect.poll(() => library.text()).not.toContain('selected');
  await library.press('#');
  await expect.poll(() => listed(library)).toEqual(passagesOf(COIN, NO));
  // The focus goes to the note that took its place.
  await expect.poll(focused).toBe(choice(NO).name);
  await library.press('ControlOrMeta+z');
  await expect.poll(() => listed(library)).toEqual(passagesOf(COIN, LEVEL, NO));
  await library.press('ControlOrMeta+a');
  await expect.poll(() => library.text()).toContain('3 notes selected');
  expect(await address(library)).toBe('?selected=all');

  await library.press('?');
  await expect.poll(() => library.text()).toContain('In the list of the library');
  await library.press('Escape');
  await expect.poll(() => library.text()).not.toContain('In the list of the library');
  await library.press('e');
  const isWriting = () => library.evaluate(() => document.activeElement?.tagName === 'TEXTAREA');
  await expect.poll(isWriting).toBe(true);
  await library.press('Escape');
  await expect.poll(focused).toMatch(/note$/);
});

test('a passage that its post no longer holds is found by is:orphan', async ({ waymark, blog }) => {
  const path = '/2016/06/consensus-for-rest-of-us.html';
  const passage = 'This post is for that night.';
  const page = await waymark.open(path);
  await page.highlight(passage);
  await expect.poll(() => page.painted()).toEqual([passage]);
  const library = await waymark.openOwnPage('library.html?q=is:orphan');
  await expect.poll(() => library.text()).toContain('Nothing found');
  blog.editPost(path, (html) => html.replace(passage, 'It is about something else by now.'));
  await page.reload();
  await expect.poll(() => listed(library)).toEqual([passage]);
  await expect.poll(() => library.text()).toContain('This passage is no longer in the post.');
});

test('of very many notes only those near the screen are drawn, and the last can be reached', async ({
  waymark,
}) => {
  const many = Array.from({ length: 3000 }, (_, index) => aNote(`Passage ${index}.`, 10 + index));
  await waymark.keep({ annotations: many });
  const library = await waymark.openOwnPage('library.html');
  await expect.poll(() => library.text()).toContain('3,003 notes');
  expect((await listed(library)).length).toBeLessThan(40);
  await library.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect
    .poll(async () => {
      await library.evaluate(() => scrollTo(0, document.body.scrollHeight));
      return (await listed(library)).at(-1);
    })
    .toBe('Passage 2999.');
  const places = () =>
    library.evaluate(() =>
      Array.from(document.querySelectorAll('[role=listitem]'), (item) => [
        item.getAttribute('aria-posinset'),
        item.getAttribute('aria-setsize'),
      ]).at(-1),
    );
  expect(await places()).toEqual(['3003', '3003']);
});
