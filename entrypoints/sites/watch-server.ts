import browser from 'webextension-polyfill';
import { SERVER_SITES, SERVERS } from './server.ts';

const WATCHED = [...Object.values(SERVERS), SERVER_SITES];

/** Call `onChange` whenever another host is a server's, until the signal aborts. */
export function watchServer(onChange: () => void, signal: AbortSignal): void {
  const { onChanged } = browser.storage;
  const look = (changes: object, area: string) => {
    if (area === 'local' && WATCHED.some((key) => key in changes)) onChange();
  };
  onChanged.addListener(look);
  signal.addEventListener('abort', () => onChanged.removeListener(look));
}
