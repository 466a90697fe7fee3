// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { WelcomeView, type WelcomeViewProps } from '../../components/welcome-view.tsx';

afterEach(cleanup);

function show(props: Partial<WelcomeViewProps>) {
  render(
    <WelcomeView
      trial={<p>A paragraph to try</p>}
      hosts={['*.blog.example', 'old.example']}
      hasAccess={true}
      onAllow={() => {}}
      pinHint={undefined}
      blogUrl="https://blog.example/"
      {...props}
    />,
  );
}

test('lists every host that Waymark can see, and no other', () => {
  show({});
  const seen = screen.getByRole('region', { name: 'What it can see' });
  const hosts = within(seen).getAllByRole('listitem');
  expect(hosts.map(({ textContent }) => textContent)).toEqual(['*.blog.example', 'old.example']);
});

test('offers to ask for access only where the browser has not given it', async () => {
  const onAllow = vi.fn();
  show({ hasAccess: undefined, onAllow });
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  show({ hasAccess: false, onAllow });
  await userEvent.click(screen.getByRole('button', { name: 'Allow access to the blog' }));
  expect(onAllow).toHaveBeenCalledOnce();
});

test('says how to pin the icon only where there is something to say', () => {
  show({});
  expect(screen.queryByRole('region', { name: 'Keep it at hand' })).toBeNull();
  cleanup();
  show({ pinHint: 'Click the pin.' });
  within(screen.getByRole('region', { name: 'Keep it at hand' })).getByText('Click the pin.');
});

test('leads to the blog, the library, the settings and what is said of privacy', () => {
  show({});
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toEqual(['https://blog.example/', 'library.html', 'options.html', 'privacy.html']);
});
