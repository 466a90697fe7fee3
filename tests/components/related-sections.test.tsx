// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
// What is loaded on demand is there at once: machines differ in how long that takes.
import '../../components/fetch-progress.tsx';
import '../../components/related-notes.tsx';
import { RelatedSections } from '../../components/related-sections.tsx';
import { aFeedState, anAnnotation, aRelated, aRelatedPost } from './builders.ts';

afterEach(cleanup);

const delegation = aRelatedPost('On delegation', {
  terms: ['trust', 'teams'],
  published: '2016-01-04T12:00:00Z',
  sentence: 'To delegate is to\ntrust, in public.',
  fragment: ':~:text=To%20delegate',
});
const hiring = aRelatedPost('On hiring');
const linked = aRelatedPost('On firing', { linked: 'from' });
const coins = aRelatedPost('On coins', { terms: ['praise'] });

const full = aRelated({
  list: { related: [linked, delegation, hiring], highlighted: [coins] },
  stands: {
    [linked.permalink]: 'annotated',
    [delegation.permalink]: 'unread',
    [hiring.permalink]: 'read',
  },
  known: 112,
  notes: [
    {
      annotation: anAnnotation({ passage: 'Trust is given.', note: 'Is it?' }),
      title: 'On trust',
      terms: ['trust'],
    },
  ],
  onUnrelated: vi.fn(),
});

const itemsOf = (name: string) =>
  within(screen.getByRole('list', { name })).getAllByRole('listitem');

test('posts that are linked come first, then the related, the highlighted, and my own notes', async () => {
  render(<RelatedSections {...full} />);
  await screen.findByRole('heading', { name: 'Your notes on the same subject' });
  expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
    'Linked with this post',
    'Related posts',
    'Related to what you highlighted',
    'Your notes on the same subject',
  ]);
  expect(itemsOf('Linked with this post').map((one) => one.textContent)).toEqual([
    expect.stringContaining('On firing'),
  ]);
  expect(itemsOf('Related to what you highlighted')).toHaveLength(1);
});

test('each post says why it is there, and opens at the sentence that is nearest', () => {
  render(<RelatedSections {...full} />);
  const [first, second] = itemsOf('Related posts');
  expect(first?.textContent).toContain('To delegate is to trust, in public.');
  expect(first?.textContent).toContain('In common: trust, teams');
  expect(second?.textContent).not.toContain('In common');
  expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'On delegation' }).href).toBe(
    `${delegation.permalink}#:~:text=To%20delegate`,
  );
  expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'On hiring' }).href).toBe(
    hiring.permalink,
  );
  expect(itemsOf('Linked with this post')[0]?.textContent).toContain('Links to this post');
});

test('unread, read and annotated posts are told apart in words', () => {
  render(<RelatedSections {...full} />);
  const [first, second] = itemsOf('Related posts');
  expect(first?.textContent).toContain('Unread');
  expect(second?.textContent).toMatch(/(?<!Un)Read/i);
  expect(second?.textContent).not.toContain('Unread');
  expect(itemsOf('Linked with this post')[0]?.textContent).toContain('Annotated');
});

test('a plain click is answered with the address; one for a new tab is left to the browser', async () => {
  const user = userEvent.setup();
  const onOpen = vi.fn();
  render(<RelatedSections {...full} onOpen={onOpen} />);
  const link = screen.getByRole('link', { name: 'On delegation' });
  // jsdom cannot navigate, and need not be asked to.
  link.parentElement?.addEventListener('click', (event) => event.preventDefault());
  await user.keyboard('{Control>}');
  await user.click(link);
  await user.keyboard('{/Control}');
  expect(onOpen).not.toHaveBeenCalled();
  await user.click(link);
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(`${delegation.permalink}#:~:text=To%20delegate`);
});

test('a guess can be ruled out, and the focus stays in its section; a link cannot', async () => {
  const user = userEvent.setup();
  const onUnrelated = vi.fn();
  render(<RelatedSections {...full} onUnrelated={onUnrelated} />);
  expect(screen.queryByRole('button', { name: 'Not related: On firing' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Not related: On hiring' }));
  expect(onUnrelated).toHaveBeenCalledExactlyOnceWith(hiring);
  expect(document.activeElement?.textContent).toContain('Related posts');
});

test('a note on the same subject leads to its place', async () => {
  const onNote = vi.fn();
  render(<RelatedSections {...full} onNote={onNote} />);
  await screen.findByRole('list', { name: 'Your notes on the same subject' });
  const [item] = itemsOf('Your notes on the same subject');
  expect(item?.textContent).toContain('Trust is given.');
  expect(item?.textContent).toContain('Is it?');
  await userEvent.setup().click(screen.getByRole('button', { name: 'In “On trust”' }));
  expect(onNote).toHaveBeenCalledExactlyOnceWith(full.notes?.[0]?.annotation);
});

test('of many links five are shown, and the others on request', async () => {
  const many = Array.from({ length: 8 }, (_, n) => aRelatedPost(`Part ${n}`, { linked: 'to' }));
  render(<RelatedSections {...aRelated({ list: { related: many, highlighted: [] } })} />);
  expect(itemsOf('Linked with this post')).toHaveLength(5);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Show 3 more' }));
  expect(itemsOf('Linked with this post')).toHaveLength(8);
});

test('says that it is looking, that nothing is close, or that nothing was read yet', () => {
  const { rerender } = render(<RelatedSections {...aRelated({ list: undefined })} />);
  expect(screen.getByRole('status').textContent).toBe('Looking for related posts…');
  rerender(<RelatedSections {...aRelated({ known: 112 })} />);
  expect(
    screen.getByText('112 posts are known, and none of them is close to this one.'),
  ).toBeTruthy();
  rerender(<RelatedSections {...aRelated({ known: 0 })} />);
  expect(screen.getByText('The blog has not been read yet.')).toBeTruthy();
});

test('keeps the posts it knows while the blog is read again, or cannot be', async () => {
  const feed = aFeedState({ received: 50, total: 112 });
  const { rerender } = render(<RelatedSections {...full} feed={feed} />);
  expect(screen.getByRole('link', { name: 'On delegation' })).toBeTruthy();
  expect(await screen.findByRole('progressbar')).toBeTruthy();
  rerender(<RelatedSections {...full} feed={aFeedState({ status: 'offline' })} />);
  expect(screen.getByRole('link', { name: 'On delegation' })).toBeTruthy();
  expect(screen.getByRole('status').textContent).toContain('offline');
});

test('holds what axe can tell about it', async () => {
  render(
    <main>
      <h1>On trust</h1>
      <RelatedSections {...full} />
    </main>,
  );
  await screen.findByRole('list', { name: 'Your notes on the same subject' });
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations).toEqual([]);
});
