import browser, { type Runtime } from 'webextension-polyfill';
import type { BackgroundProtocol, TabProtocol } from './protocol.ts';
import { type Client, createClient, createServer, type Handlers, type Served } from './rpc.ts';

const BACKGROUND = 'background';
const TAB = 'tab';

/** Ask the background. It is woken if it sleeps. */
export const background: Client<BackgroundProtocol> = createClient(BACKGROUND, (request) =>
  browser.runtime.sendMessage(request),
);

/** Ask the content script of a tab; calls fail when the tab has none. */
export function tabClient(tabId: number): Client<TabProtocol> {
  return createClient(TAB, (request) => browser.tabs.sendMessage(tabId, request));
}

/** Answer what is asked of the background. To be called once, while the script first runs. */
export function serveBackground(
  handlers: Handlers<BackgroundProtocol, Runtime.MessageSender>,
): void {
  listen(createServer<BackgroundProtocol, Runtime.MessageSender>(BACKGROUND, handlers));
}

/** Answer what is asked of this tab, until the signal aborts. */
export function serveTab(
  handlers: Served<TabProtocol, Runtime.MessageSender>,
  signal: AbortSignal,
): void {
  listen(createServer<TabProtocol, Runtime.MessageSender>(TAB, handlers), signal);
}

/**
 * One listener, synchronous: an async one would answer every message, its neighbours' too.
 */
function listen(
  serve: (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined,
  signal?: AbortSignal,
): void {
  if (signal?.aborted) return;
  const listener = (
    message: unknown,
    sender: Runtime.MessageSender,
    sendResponse: (answer: unknown) => void,
  ): true | undefined => {
    const answer = serve(message, sender);
    answer?.then(sendResponse);
    return answer && true;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
  signal?.addEventListener('abort', () =>
    browser.runtime.onMessage.removeListener(listener as Runtime.OnMessageListenerCallback),
  );
}
