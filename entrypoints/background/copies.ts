import browser from 'webextension-polyfill';
import { unpackLibrary } from '../../lib/exchange/pack-library.ts';
import { languageOf, say } from '../../lib/language/say.ts';
import { toBase64 } from '../../lib/storage/base64.ts';
import type { Snapshot } from '../../lib/storage/snapshot.ts';

/** The browser's leave is the setting, so that it cannot say anything else than what is done. */
const LEAVE = { permissions: ['downloads' as const] };

/** Whether the reader has agreed to copies of backups in the downloads folder. */
export function areCopied(): Promise<boolean> {
  return browser.permissions.contains(LEAVE);
}

/** Ask for it, or give it back. To be called at once when the reader clicks, and else refused. */
export function setCopied(are: boolean): Promise<boolean> {
  return are ? browser.permissions.request(LEAVE) : browser.permissions.remove(LEAVE);
}

/**
 * Put a copy of a snapshot in the downloads folder, if the reader has agreed to it: a file for each day
 * of the week, so that there are seven at most. Resolves when it is written.
 *
 * @throws Error with the browser's word for what went wrong, such as `FILE_NO_SPACE`.
 */
export async function saveCopy(
  { taken }: Pick<Snapshot, 'taken'>,
  packed: Uint8Array<ArrayBuffer>,
): Promise<void> {
  if (!(await areCopied())) return;
  const format = new Intl.DateTimeFormat(languageOf(), { weekday: 'long' });
  const { url, revoke } = toUrl(await unpackLibrary(packed));
  try {
    const id = await browser.downloads.download({
      url,
      filename: `Waymark/${say('backupCopyName', format.format(new Date(taken)))}`,
      conflictAction: 'overwrite',
      saveAs: false,
    });
    await untilWritten(id);
  } finally {
    revoke();
  }
}

const TYPE = 'application/json';

/** An address of the bytes: Firefox downloads none of data, and Chromium's workers make no others. */
function toUrl(bytes: Uint8Array<ArrayBuffer>): { url: string; revoke: () => void } {
  if (!('createObjectURL' in URL)) {
    return { url: `data:${TYPE};base64,${toBase64(bytes)}`, revoke: () => {} };
  }
  const url = URL.createObjectURL(new Blob([bytes], { type: TYPE }));
  return { url, revoke: () => URL.revokeObjectURL(url) };
}

function untilWritten(id: number): Promise<void> {
  const { onChanged } = browser.downloads;
  return new Promise<void>((resolve, reject) => {
    const look = async (changed: { id: number }) => {
      if (changed.id !== id) return;
      const [item] = await browser.downloads.search({ id });
      if (item?.state === 'in_progress') return;
      onChanged.removeListener(look);
      if (item?.state === 'interrupted')
        reject(new Error(`The copy was not written: ${item.error}`));
      else resolve();
    };
    onChanged.addListener(look);
    look({ id }).catch(reject);
  });
}
