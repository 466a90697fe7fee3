import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { DataSummary } from '../../components/data-summary.tsx';
import { EraseEverything } from '../../components/erase-everything.tsx';
import { LibraryBroken } from '../../components/library-broken.tsx';
import { say } from '../../lib/language/say.ts';
import { faultSentence } from '../pages/fault-sentence.ts';
import { report } from '../pages/report.ts';
import { useQuery } from '../pages/use-query.ts';
import { releaseServer } from '../sites/request-server.ts';
import { openLog } from '../troubles/open-log.ts';
import { eraseEverything } from './erase-everything.ts';
import { saveReadable } from './save-readable.ts';
import type { SettingsServices } from './settings-services.ts';

/** What is kept, and the way to be rid of it. */
export function DataSettings(services: SettingsServices) {
  const { inventory, annotations, shelf, background, sync, groupSettings } = services;
  const counted = useQuery(() => inventory.count(), []);
  const [space, setSpace] = useState<number>();

  useEffect(() => {
    navigator.storage.estimate().then(
      ({ usage }) => setSpace(usage),
      (error: unknown) => console.warn('Waymark: the browser does not tell the space used', error),
    );
  }, [counted.value]);

  const eraseAll = () =>
    eraseEverything({
      annotations,
      inventory,
      pending: browser.storage.local,
      endSync: async () => {
        await sync.disconnect();
        await releaseServer('sync');
        await groupSettings.forget();
        await releaseServer('group');
      },
      others: [shelf, openLog()],
      announce: background.announceChange,
    });

  return (
    <>
      {counted.error !== undefined && (
        <LibraryBroken
          sentence={faultSentence(counted.error) ?? say('dataFailed')}
          onSave={() =>
            saveReadable().catch((error: unknown) => {
              report('saving what can be read', error);
              throw error;
            })
          }
        />
      )}
      <DataSummary counts={counted.value} space={space} />
      <EraseEverything notes={counted.value?.annotations ?? 0} onErase={eraseAll} />
    </>
  );
}
