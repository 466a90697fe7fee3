import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../lib/storage/snapshot.ts';
import { openShelf } from '../background/open-shelf.ts';
import { report } from '../pages/report.ts';

/** The last backup that has notes in it, for a reader who suddenly has none. */
export function useLastBackup(isWanted: boolean): Snapshot | undefined {
  const [snapshot, setSnapshot] = useState<Snapshot>();
  useEffect(() => {
    if (!isWanted) return;
    openShelf()
      .list()
      .then(
        (all) => setSnapshot(all.find(({ notes }) => notes > 0)),
        (error: unknown) => report('looking for backups', error),
      );
  }, [isWanted]);
  return isWanted ? snapshot : undefined;
}
