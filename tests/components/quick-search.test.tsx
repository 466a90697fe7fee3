// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { QuickSearch } from '../../components/quick-search.tsx';
import { type SearchHit, SearchResults } from '../../components/search-results.tsx';
import { anAnnotation, aPost } from './builders.ts';

afterEach(cleanup);

test('Enter asks for all there is; Escape first takes back what was typed', async () => {
  const onEnter = vi.fn();
  const onEscape = vi.fn();
  function Field() {
    const [query, setQuery] = useState('');
    return <QuickSearch query={query} onQuery={setQuery} onFocus={vi.fn()} onEnter={onEnter} />;
  }
  render(<Field />);
  document.body.addEventListener('keydown', ({ key }) => key === 'Escape' && onEscape());
  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search everything' });
  await userEvent.type(field, 'trust{Enter}');
  expect(onEnter).toHaveBeenCalledOnce();
  await userEvent.type(field, '{Escape}');
  expect(field.value).toBe('');
  expect(onEscape).not.toHaveBeenCalled();
  await userEvent.type(field, '{Escape}');
  expect(onEscape).toHaveBeenCalledOnce();
});

const post = aPost('On trust');
const annotation = anAnnotation({ passage: 'Trust comes slowly.' });
const hits: SearchHit[] = [
  { post, excerpt: { before: 'On ', found: 'trust', after: '' } },
  { annotation, title: 'On delegation', excerpt: { before: '', found: 'Trust', after: ' comes' } },
];

test('lists posts and annotations with what was found in them, and says how many there are', async () => {
  const callbacks = { onPost: vi.fn(), onAnnotation: vi.fn(), onLibrary: vi.fn() };
  render(<SearchResults hits={hits} count={31} hasFailed={false} {...callbacks} />);
  expect(screen.getByRole('status').textContent).toBe('31 found');
  await userEvent.click(screen.getByRole('link', { name: 'On trust' }));
  expect(callbacks.onPost).toHaveBeenCalledExactlyOnceWith(post);
  await userEvent.click(screen.getByRole('link', { name: /^Trust comes.*On delegation$/ }));
  expect(callbacks.onAnnotation).toHaveBeenCalledExactlyOnceWith(annotation);
  await userEvent.click(screen.getByRole('button', { name: 'Show all in the library' }));
  expect(callbacks.onLibrary).toHaveBeenCalledOnce();
});

test('says that it is looking, or that the notes could not be opened', () => {
  const props = { count: undefined, onPost: vi.fn(), onAnnotation: vi.fn(), onLibrary: vi.fn() };
  const { rerender } = render(<SearchResults hits={undefined} hasFailed={false} {...props} />);
  expect(screen.getByRole('status').textContent).toBe('Searching…');
  rerender(<SearchResults hits={undefined} hasFailed {...props} />);
  expect(screen.getByRole('status').textContent).toBe('Your notes could not be opened.');
});
