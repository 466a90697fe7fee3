import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BackupsProps } from '../../components/backups.tsx';
import { unpackLibrary } from '../../lib/exchange/pack-library.ts';
import { say } from '../../lib/language/say.ts';
import type { Snapshot } from '../../lib/storage/snapshot.ts';
import { areCopied, saveCopy, setCopied } from '../background/copies.ts';
import { keepForGood } from '../pages/keep-for-good.ts';
import { report } from '../pages/report.ts';
import { saveBlob } from '../pages/save-blob.ts';
import type { SettingsServices } from './settings-services.ts';

/** The backups as they lie on the shelf, looked up again when one was made and when the reader comes back. */
export function useBackups({
  shelf,
  backups,
}: SettingsServices): Omit<BackupsProps, 'onRestore'> & { look: () => Promise<void> } {
  const [snapshots, setSnapshots] = useState<Snapshot[]>();
  const [hasFailed, setFailed] = useState(false);
  const [isPersisted, setPersisted] = useState<boolean>();
  const [isCopied, setIsCopied] = useState<boolean>();
  const [said, setSaid] = useState<string>();

  const look = useCallback(async () => {
    try {
      setSnapshots(await shelf.list());
      setFailed(false);
    } catch (error) {
      report('listing backups', error);
      setFailed(true);
    }
  }, [shelf]);
  useEffect(() => {
    look();
    keepForGood().then(setPersisted);
    areCopied().then(setIsCopied);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [look]);

  /** Do it, and say what came of it. */
  const telling = async (act: () => Promise<string>, failure: string) => {
    try {
      setSaid(await act());
    } catch (error) {
      report('backing up', error);
      setSaid(failure);
    }
    await look();
  };
  return {
    snapshots,
    hasFailed,
    isPersisted,
    isCopied,
    said,
    look,
    onMake() {
      setSaid(say('backupWorking'));
      telling(
        async () => say((await backups.make()) ? 'backupMade' : 'backupNothingNew'),
        say('backupFailed'),
      );
    },
    async onCopied(wanted) {
      const isDone = await setCopied(wanted);
      setIsCopied(isDone ? wanted : !wanted);
      const [last] = snapshots ?? [];
      if (!isDone || !wanted || !last) return;
      setSaid(say('backupWorking'));
      await telling(async () => {
        await saveCopy(last, await shelf.read(last));
        return say('backupCopied');
      }, say('backupCopyFailed'));
    },
    onSave: (snapshot) =>
      void telling(async () => {
        const bytes = await unpackLibrary(await shelf.read(snapshot));
        const name = say('backupFileName', snapshot.taken.slice(0, 10));
        saveBlob(name, new Blob([bytes], { type: 'application/json' }));
        return '';
      }, say('backupSaveFailed')),
  };
}
