// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SiteChoice } from '../../components/site-choice.tsx';
import { SiteOffer } from '../../components/site-offer.tsx';
import { SiteSettings, type SiteSettingsProps } from '../../components/site-settings.tsx';

afterEach(cleanup);

const OFFERED = [
  { site: 'lethain.com', name: 'Irrational Exuberance', about: 'On leadership.' },
  { site: 'charity.wtf', name: 'charity.wtf', about: 'On systems.' },
];

function show(props: Partial<SiteSettingsProps> = {}) {
  const onAdd = vi.fn();
  const onRemove = vi.fn();
  const given = { sites: [], offered: OFFERED, onAdd, onRemove };
  render(<SiteSettings {...given} {...props} />);
  return { onAdd, onRemove };
}

describe('the sites in the settings', () => {
  test('are looked for before anything is said of them', () => {
    show({ sites: undefined });
    screen.getByRole('status');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('can each be removed', async () => {
    const { onRemove } = show({ sites: ['lethain.com', 'quiet.example'] });
    const list = within(screen.getByRole('list', { name: 'Sites you have added' }));
    list.getByText('Irrational Exuberance');
    await userEvent.click(list.getByRole('button', { name: 'Remove quiet.example' }));
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('quiet.example');
  });

  test('are none at first, and nothing is asked before a click', () => {
    const { onAdd } = show();
    screen.getByText('You have not added any.');
    screen.getByText('Until you add a site, Waymark sees and asks nothing of it.');
    expect(onAdd).not.toHaveBeenCalled();
  });

  test('can be added by their addresses, within the key that is pressed', async () => {
    const { onAdd } = show();
    const field = screen.getByRole('textbox');
    await userEvent.type(field, 'quiet.example{Enter}');
    expect(onAdd).toHaveBeenCalledExactlyOnceWith('quiet.example');
    expect(field).toHaveProperty('value', '');
  });

  test('that many read are offered with what they are, unless they were added', async () => {
    const { onAdd } = show({ sites: ['charity.wtf'] });
    expect(screen.queryByRole('button', { name: 'Add charity.wtf' })).toBeNull();
    screen.getByText('On leadership.');
    await userEvent.click(screen.getByRole('button', { name: 'Add lethain.com' }));
    expect(onAdd).toHaveBeenCalledExactlyOnceWith('https://lethain.com/');
  });

  test.each([
    ['added', 'Waymark works on quiet.example now.'],
    ['removed', /does not work on quiet\.example any more.*stays in your library/],
    ['refused', 'The browser has not given leave for quiet.example. Nothing has changed.'],
    ['noSite', /no address of a site that Waymark can work on: “quiet\.example”/],
  ] as const)('say what became of a wish: %s', (is, sentence) => {
    show({ answer: { site: 'quiet.example', is } });
    expect(screen.getByRole('status').textContent).toMatch(sentence);
  });
});

test('the popup says what it means to annotate a site, and asks once, in the click', async () => {
  const onAdd = vi.fn();
  const { rerender } = render(<SiteOffer site="quiet.example" onAdd={onAdd} isRefused={false} />);
  screen.getByText(/Let Waymark work on quiet\.example/);
  screen.getByText(/asks you for this one site/);
  await userEvent.click(screen.getByRole('button', { name: 'Annotate this site' }));
  expect(onAdd).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toBe('');
  rerender(<SiteOffer site="quiet.example" onAdd={onAdd} isRefused />);
  expect(screen.getByRole('status').textContent).toContain('Nothing has changed');
});

test('of several sites the reader chooses whose posts are shown', async () => {
  const onSite = vi.fn();
  render(<SiteChoice sites={['a.example', 'b.example']} site="a.example" onSite={onSite} />);
  await userEvent.selectOptions(screen.getByLabelText('Blog'), 'b.example');
  expect(onSite).toHaveBeenCalledExactlyOnceWith('b.example');
});
