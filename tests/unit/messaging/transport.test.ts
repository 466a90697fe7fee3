import { afterEach, expect, test, vi } from 'vitest';
import type { BackgroundProtocol, TabProtocol } from '../../../lib/messaging/protocol.ts';
import type { Handlers } from '../../../lib/messaging/rpc.ts';
import { installBrowser } from './fake-browser.ts';

const browser = installBrowser();
const { serveBackground, serveTab, tabClient, background } = await import(
  '../../../lib/messaging/transport.ts'
);

type TabHandlers = Handlers<TabProtocol, unknown>;
const ID = '0197a000-0000-7000-8000-000000000001';

/** Handlers of which the test names only those it is about. */
function handlersWith(known: Partial<TabHandlers>): TabHandlers {
  return known as TabHandlers;
}

const jumpTo = {
  parse: (value: unknown) => value as string,
  handle: (id: string) => id === ID,
};

let stop = new AbortController();
afterEach(() => {
  stop.abort();
  stop = new AbortController();
});

test('a tab answers what it is asked, after some time too', async () => {
  serveTab(
    handlersWith({
      jumpTo: { ...jumpTo, handle: async (id) => (await jumpTo.handle(id)) === true },
    }),
    stop.signal,
  );
  expect(await tabClient(7).jumpTo(ID)).toBe(true);
  expect(await tabClient(7).jumpTo('another')).toBe(false);
});

test('a listener says at once whether it will answer, and leaves what is not its own alone', () => {
  const handle = vi.fn(() => true);
  serveTab(handlersWith({ jumpTo: { ...jumpTo, handle } }), stop.signal);
  const [listener] = browser.listeners;
  const answer = vi.fn();
  expect(listener?.({ to: 'tab', call: 'jumpTo' }, {}, answer)).toBe(true);
  expect(listener?.({ to: 'background', call: 'jumpTo' }, {}, answer)).toBeUndefined();
  expect(listener?.({ type: 'of someone else' }, {}, answer)).toBeUndefined();
  expect(listener?.(undefined, {}, answer)).toBeUndefined();
  expect(handle).toHaveBeenCalledOnce();
});

test('a tab that has stopped does not answer any more', async () => {
  serveTab(handlersWith({ jumpTo }), stop.signal);
  stop.abort();
  expect(browser.listeners.size).toBe(0);
  await expect(tabClient(7).jumpTo(ID)).rejects.toThrow();
});

test('a tab that has stopped before it began never answers', () => {
  serveTab(handlersWith({ jumpTo }), AbortSignal.abort());
  expect(browser.listeners.size).toBe(0);
});

test('the background hears its own requests, and who asks', async () => {
  const handle = vi.fn();
  serveBackground({
    closeEditor: { parse: () => undefined as never, handle },
  } as Partial<Handlers<BackgroundProtocol, unknown>> as Handlers<BackgroundProtocol, unknown>);
  serveTab(
    handlersWith({ closeEditor: { parse: () => undefined as never, handle: vi.fn() } }),
    stop.signal,
  );
  await background.closeEditor();
  expect(handle).toHaveBeenCalledExactlyOnceWith(undefined, { tab: { id: 1 } });
});
