import { useEffect, useState } from 'preact/hooks';
import { DataSummary } from '../../components/data-summary.tsx';
import { EraseEverything } from '../../components/erase-everything.tsx';
import { toPermalink } from '../../lib/blog/permalink.ts';
import { useQuery } from '../pages/use-query.ts';
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
    await shelf.clear();
    // Pages that show the posts still paint what is gone.
    const shown = [...sources].flatMap((source) => toPermalink(source) ?? []);
    await Promise.allSettled(shown.map((source) => background.announceChange(source)));
  }

  return (
    <>
      <DataSummary counts={counted.value} space={space} hasFailed={counted.error !== undefined} />
      <EraseEverything notes={counted.value?.annotations ?? 0} onErase={eraseAll} />
    </>
  );
}
