import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { BrowserShortcuts, type Shortcut } from '../../components/browser-shortcuts.tsx';
import { listCommands } from '../background/list-commands.ts';

/** Where Chromium keeps the shortcuts of all extensions. */
const CHROMIUM_SHORTCUTS = 'chrome://extensions/shortcuts';

/** The shortcuts as the browser knows them, asked again whenever the reader comes back from there. */
export function ShortcutSettings() {
  const [shortcuts, setShortcuts] = useState<Shortcut[]>();
  const [isRefused, setRefused] = useState(false);

  useEffect(() => {
    const controller = new AbortController();
    const read = async () => setShortcuts(await listShortcuts());
    read();
    window.addEventListener('focus', read, { signal: controller.signal });
    return () => controller.abort();
  }, []);

  return (
    <BrowserShortcuts
      shortcuts={shortcuts}
      isRefused={isRefused}
      onChange={() =>
        openShortcutSettings().catch((error: unknown) => {
          console.warn('Waymark: the browser’s shortcuts could not be opened', error);
          setRefused(true);
        })
      }
    />
  );
}

async function listShortcuts(): Promise<Shortcut[]> {
  const commands = await listCommands();
  return commands.map(({ name = '', description = '', shortcut = '' }) => ({
    name,
    description,
    keys: shortcut,
  }));
}

/** Firefox opens its own view of them when asked; Chromium's is a page with an address. */
async function openShortcutSettings(): Promise<void> {
  const { commands } = browser as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: CHROMIUM_SHORTCUTS });
}
