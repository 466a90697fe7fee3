import browser from 'webextension-polyfill';
import { createTroubleLog, type TroubleLog } from '../../lib/storage/trouble-log.ts';

/** The log of this browser, in `storage.local`. It is kept here and sent nowhere. */
export function openLog(): TroubleLog {
  const { local } = browser.storage;
  return createTroubleLog({
    get: (keys) => local.get([...keys]),
    set: (values) => local.set(values),
    remove: (keys) => local.remove([...keys]),
  });
}
