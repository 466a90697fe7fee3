import { useEffect, useState } from 'preact/hooks';
import { DataSummary } from '../../components/data-summary.tsx';
import { EraseEverything } from '../../components/erase-everything.tsx';
import { LibraryBroken } from '../../components/library-broken.tsx';
import { findPermalink } from '../../lib/blog/site-permalink.ts';
import { say } from '../../lib/language/say.ts';
import { faultSentence } from '../pages/fault-sentence.ts';
import { report } from '../pages/report.ts';
import { useQuery } from '../pages/use-query.ts';
import { openLog } from '../troubles/open-log.ts';
import { saveReadable } from './save-readable.ts';
import type { SettingsServices } from './settings-services.ts';

/** What is kept, and the way to be rid of it. */
export function DataSettings({ inventory, annotations, shelf, background }: SettingsServices) {
  const counted = useQuery(() => inventory.count(), []);
  const [space, setSpace] = useState<number>();

  useEffect(() => {
    navigator.storage.estimate().then(
      ({ usage }) => setSpace(usage),
      (error: unknown) => console.warn('Waymark: the browser does not tell the space used', error),
    );
  }, [counted.value]);

  async function eraseAll() {
    const sources = new Set((await annotations.listAll()).map(({ target }) => target.source));
    await inventory.eraseAll();
    await Promise.all([shelf.clear(), openLog().clear()]);
    // Pages that show the posts still paint what is gone.
    const shown = [...sources].flatMap((source) => findPermalink(source) ?? []);
    await Promise.allSettled(shown.map((source) => background.announceChange(source)));
  }

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
