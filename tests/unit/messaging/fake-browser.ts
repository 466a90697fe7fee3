/** As browsers call it: the answer is given by the callback, if `true` was returned. */
type Listener = (
  message: unknown,
  sender: unknown,
  sendResponse: (answer: unknown) => void,
) => true | undefined;

/** What the transport uses of a browser: two places that messages are sent to, and one event. */
export interface FakeBrowser {
  readonly listeners: ReadonlySet<Listener>;
  /** Send a message to every listener, as from the tab with the id. */
  deliver(message: unknown, tabId?: number): Promise<unknown>;
}

/**
 * Put a browser where `webextension-polyfill` looks for one when it is first imported: an object
 * under the global name `browser` is used as it is. Tests share their modules, which hold the first
 * one there was: it stays, and gets other parts.
 */
export function provideBrowser(parts: Readonly<Record<string, object>>): void {
  const { browser = {} } = globalThis as { browser?: object };
  const runtime = { id: 'waymark', ...parts.runtime };
  Object.assign(browser, parts, { runtime });
  Object.assign(globalThis, { chrome: { runtime }, browser });
}

/** A browser whose messages arrive where they are sent from. */
export function installBrowser(): FakeBrowser {
  const listeners = new Set<Listener>();
  const deliver = (message: unknown, tabId = 1) =>
    new Promise((resolve, reject) => {
      const copy: unknown = JSON.parse(JSON.stringify(message));
      const sendResponse = (answer: unknown) => resolve(JSON.parse(JSON.stringify(answer)));
      const answers = Array.from(listeners, (listener) =>
        listener(copy, { tab: { id: tabId } }, sendResponse),
      );
      if (!answers.includes(true)) reject(new Error('Receiving end does not exist'));
    });
  const runtime = {
    sendMessage: (message: unknown) => deliver(message),
    onMessage: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  };
  const tabs = { sendMessage: (tabId: number, message: unknown) => deliver(message, tabId) };
  provideBrowser({ runtime, tabs });
  return { listeners, deliver };
}
