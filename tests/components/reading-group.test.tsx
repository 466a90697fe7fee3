// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AnnotationCard } from '../../components/annotation-card.tsx';
import { GroupPanel, type GroupPanelProps } from '../../components/group-panel.tsx';
import { GroupNotes } from '../../components/reading-group.tsx';
import { SyncForm } from '../../components/sync-form.tsx';
import type { GroupNote } from '../../lib/storage/group.ts';
import { anAnnotation } from '../unit/storage/fresh-database.ts';

afterEach(cleanup);

const button = (name: string) => screen.findByRole('button', { name });

describe('a card', () => {
  const annotation = anAnnotation({ note: 'A thought.' });
  function draw(shared?: string[]) {
    const onShare = vi.fn();
    const acts = { onColour: vi.fn(), onEdit: vi.fn(), onDelete: vi.fn() };
    const sharing = shared && { shared: new Set(shared), onShare };
    render(<AnnotationCard annotation={annotation} sharing={sharing} {...acts} />);
    return onShare;
  }

  test('is shared with the group by a button, and no longer by another', async () => {
    const onShare = draw([]);
    await userEvent.click(await button('Share with the group'));
    expect(onShare.mock.calls).toEqual([[annotation.id, true]]);
    expect(screen.queryByText('Shared')).toBeNull();
    cleanup();
    const onUnshare = draw([annotation.id]);
    screen.getByText('Shared');
    await userEvent.click(await button('Stop sharing'));
    expect(onUnshare.mock.calls).toEqual([[annotation.id, false]]);
  });

  test('speaks of no group to who is in none', async () => {
    draw();
    await button('Delete');
    expect(screen.queryByRole('button', { name: /group/ })).toBeNull();
  });
});

describe('others’ notes', () => {
  const noteBy = (author: string, note: string): GroupNote => {
    const annotation = anAnnotation({ note });
    return { id: `${annotation.id}.${'a'.repeat(32)}`, author, annotation };
  };

  test('stand under a heading with those who wrote them, and are there to be read only', () => {
    const notes = [noteBy('Ada', 'Five *jobs*'), noteBy('Grace', 'None'), noteBy('Ada', 'Two')];
    render(<GroupNotes notes={notes} />);
    const region = within(screen.getByRole('region', { name: 'From the reading group 3' }));
    region.getByText('Ada and Grace');
    const cards = region.getAllByRole('article');
    expect(cards.map((card) => card.getAttribute('aria-label'))).toEqual([
      'Note by Ada',
      'Note by Grace',
      'Note by Ada',
    ]);
    const first = within(cards[0] as HTMLElement);
    first.getByText('words');
    expect(first.getByText('jobs').tagName).toBe('EM');
    first.getByText('Jan 1, 2026');
    expect(region.queryByRole('button')).toBeNull();
    expect(region.queryByRole('textbox')).toBeNull();
  });

  test('run nothing and load nothing, whatever is in them', () => {
    const note =
      '<img src=x onerror=alert(1)> ![p](https://spy.example/p.png) [x](javascript:alert(1))';
    render(<GroupNotes notes={[noteBy('<b>Ada</b>', note)]} />);
    const card = screen.getByRole('article', { name: 'Note by <b>Ada</b>' });
    expect(card.querySelector('img, b, script')).toBeNull();
    for (const link of within(card).queryAllByRole('link')) {
      expect(link.getAttribute('href')).toMatch(/^https:/);
    }
  });

  test('of many members names some, and says how many more there are', () => {
    render(<GroupNotes notes={['A', 'B', 'C', 'D', 'E', 'F'].map((name) => noteBy(name, 'x'))} />);
    screen.getByText('A, B, C, D, and 2 more');
  });

  test('that are none have no heading', () => {
    const { container } = render(<GroupNotes notes={[]} />);
    expect(container.textContent).toBe('');
  });
});

describe('the group in the settings', () => {
  function draw(props: Partial<GroupPanelProps> = {}) {
    const acts = { onSync: vi.fn(), onLeave: vi.fn() };
    const config = { address: 'https://couch.example/readers', name: 'Ada' };
    const status = { is: 'idle', sent: 0, received: 0 } as const;
    const view = { status, shared: 1, others: 12 };
    render(<GroupPanel view={view} config={config} isBusy={false} {...acts} {...props} />);
    return acts;
  }

  test('is named, with what is shared, and can be asked and left', async () => {
    const { onSync, onLeave } = draw();
    screen.getByText('https://couch.example/readers');
    screen.getByText('as Ada');
    expect(screen.getByRole('status').textContent).toMatch(
      /You are in the group.*no success yet.*You share 1 note\. There are 12 notes of others\./,
    );
    await userEvent.click(await button('Look for news'));
    await userEvent.click(await button('Leave'));
    expect([onSync.mock.calls.length, onLeave.mock.calls.length]).toEqual([1, 1]);
  });

  test('says in words that nothing is shared yet', () => {
    const status = { is: 'idle', sent: 0, received: 0 } as const;
    draw({ view: { status, shared: 0, others: 0 } });
    expect(screen.getByRole('status').textContent).toMatch(
      /You share no note yet\. The others share none yet\./,
    );
  });

  test('tells somebody whom the server does not let in where that is decided', () => {
    const status = { is: 'attention', why: 'forbidden', sent: 0, received: 0 } as const;
    draw({ view: { status, shared: 0, others: 0 } });
    expect(screen.getByRole('status').textContent).toMatch(/The group has stopped.*_security/);
  });

  test('is joined under a name, which the form asks for', async () => {
    const onTurnOn = vi.fn();
    render(
      <SyncForm isGroup isBusy={false} outcome={undefined} onTest={vi.fn()} onTurnOn={onTurnOn} />,
    );
    const typed = {
      'Server’s address, as in https://couch.example.com:6984': 'https://couch.example',
      Database: 'readers',
      User: 'ada',
      Password: 'secret',
      'Your name, as the others see it': ' Ada ',
    };
    for (const [label, text] of Object.entries(typed)) {
      await userEvent.type(screen.getByLabelText(label), text);
    }
    await userEvent.click(await button('Join'));
    expect(onTurnOn.mock.calls).toEqual([
      [{ address: 'https://couch.example/readers', user: 'ada', password: 'secret', name: 'Ada' }],
    ]);
  });
});
