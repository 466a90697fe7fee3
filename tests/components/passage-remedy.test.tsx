// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { AnnotationCard } from '../../components/annotation-card.tsx';
import type { Attaching } from '../../components/passage-remedy.tsx';
import type { PassageLocation } from '../../lib/annotation/passage-location.ts';
import { anAnnotation } from './builders.ts';

afterEach(cleanup);

const annotation = anAnnotation({ passage: 'The old words of it.' });
annotation.target.paragraph = 'Before. The old words of it. After.';

const EDITED: PassageLocation = { state: 'edited', score: 0.8, found: 'The new words of it.' };
const ORPHAN: PassageLocation = {
  state: 'orphan',
  score: 0.5,
  candidates: [
    { passage: 'The very old words.', before: 'and so to', after: 'which end', score: 0.5 },
    { passage: 'Words of it.', before: '', after: '', score: 0.4 },
  ],
};

async function renderCard(location: PassageLocation, wanted: Partial<Attaching> | 'no page' = {}) {
  const attaching: Attaching = {
    selection: undefined,
    onAttach: vi.fn().mockResolvedValue(true),
    onAttachToSelection: vi.fn().mockResolvedValue(true),
    ...(wanted !== 'no page' && wanted),
  };
  const { container } = render(
    <AnnotationCard
      annotation={annotation}
      location={location}
      attaching={wanted === 'no page' ? undefined : attaching}
      onColour={vi.fn()}
      onEdit={vi.fn()}
      onDelete={vi.fn()}
    />,
  );
  // What is said of a passage that changed is loaded when there is one.
  await waitFor(() => expect(container.querySelector('.passage-remark')).toBeTruthy());
  if (location.state === 'edited') {
    await waitFor(() => expect(container.querySelector('del')).toBeTruthy());
  }
  return { ...attaching, container };
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test('an edited passage shows what was changed in it, in words too, and can be kept so', async () => {
  const { onAttach, container } = await renderCard(EDITED);
  expect(container.querySelector('del')?.textContent).toBe(' [removed: old] ');
  expect(container.querySelector('ins')?.textContent).toBe(' [added: new] ');
  expect(screen.getByText('The wording has changed since you marked it.')).toBeTruthy();
  await userEvent.click(button('Keep the new wording'));
  expect(onAttach).toHaveBeenCalledExactlyOnceWith(0, 'The new words of it.');
});

test('a lost passage is shown with the places where it might be', async () => {
  const { onAttach } = await renderCard(ORPHAN);
  const list = screen.getByRole('list', { name: 'Is it one of these?' });
  const [first, second] = within(list).getAllByRole('listitem') as [HTMLElement, HTMLElement];
  expect(first.textContent).toContain('…and so to The very old words. which end…');
  expect(second.textContent).not.toContain('…');
  const choose = within(second).getByRole('button', {
    name: 'It is here',
    description: 'Words of it.',
  });
  await userEvent.click(choose);
  expect(onAttach).toHaveBeenCalledExactlyOnceWith(1, 'Words of it.');
});

test('where a lost passage stood can be looked up', async () => {
  const { container } = await renderCard(ORPHAN);
  const details = container.querySelector('details');
  expect(details?.open).toBe(false);
  expect(details?.querySelector('summary')?.textContent).toBe('Where it stood');
  expect(details?.querySelector('blockquote')?.textContent).toBe(annotation.target.paragraph);
  expect(details?.querySelector('mark')?.textContent).toBe('The old words of it.');
});

test('a lost passage is attached to the selection, once there is one', async () => {
  const { onAttachToSelection } = await renderCard(ORPHAN);
  expect(button('Attach to the selection').disabled).toBe(true);
  expect(screen.getByText('Or select the passage in the page, then come back here.')).toBeTruthy();
  expect(onAttachToSelection).not.toHaveBeenCalled();
  cleanup();
  const selected = await renderCard(ORPHAN, { selection: 'words' });
  await userEvent.click(button('Attach to the selection'));
  expect(selected.onAttachToSelection).toHaveBeenCalledOnce();
});

test.each([
  ['answers that it could not', () => Promise.resolve(false)],
  ['does not answer', () => Promise.reject(new Error('gone'))],
])('says so when the page %s, and the next attempt may work', async (_, onAttach) => {
  await renderCard(ORPHAN, {
    onAttach: vi.fn().mockImplementationOnce(onAttach).mockResolvedValue(true),
  });
  const [choose] = screen.getAllByRole('button', { name: 'It is here' }) as [HTMLElement];
  await userEvent.click(choose);
  expect(screen.getByRole('status').textContent).toContain('That did not work');
  expect(document.activeElement).toBe(choose);
  await userEvent.click(choose);
  expect(screen.getByRole('status').textContent).toBe('');
});

test('where there is no page to attach in, nothing is offered that would need one', async () => {
  await renderCard(ORPHAN, 'no page');
  await renderCard(EDITED, 'no page');
  const names = screen.getAllByRole('button').map((found) => found.getAttribute('aria-label'));
  expect(new Set(names)).toEqual(new Set(['Colour: Yellow', 'Add note', 'Delete']));
});

test.each([EDITED, ORPHAN])(
  'axe finds nothing in a card of a passage that is $state',
  async (location) => {
    const { container } = await renderCard(location, { selection: 'words' });
    await userEvent.click(button('Colour: Yellow'));
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  },
);

test('attaching that takes long is spoken of while it lasts', async () => {
  let finish = (_: boolean) => {};
  const onAttach = () =>
    new Promise<boolean>((resolve) => {
      finish = resolve;
    });
  await renderCard(EDITED, { onAttach });
  vi.useFakeTimers();
  try {
    button('Keep the new wording').click();
    await vi.advanceTimersByTimeAsync(900);
    expect(screen.queryByText('Attaching the highlight…')).toBeNull();
    await vi.advanceTimersByTimeAsync(200);
    expect(screen.getByText('Attaching the highlight…').role).toBe('status');
    finish(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(screen.queryByText('Attaching the highlight…')).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});
