import { useState } from 'preact/hooks';
import { timeOf } from '../../components/backups.tsx';
import type { RestoreDialogProps } from '../../components/restore-dialog.tsx';
import { isPresent } from '../../lib/annotation/annotation.ts';
import { unpackLibrary } from '../../lib/exchange/pack-library.ts';
import { countOf } from '../../lib/exchange/plan-library.ts';
import { planRestore, type RestorePlan } from '../../lib/exchange/plan-restore.ts';
import { say, sayCount } from '../../lib/language/say.ts';
import type { LibraryRepository } from '../../lib/storage/library-repository.ts';
import type { Snapshot } from '../../lib/storage/snapshot.ts';
import { othersOf } from '../library/import-sentences.ts';
import { readInWorker } from '../library/read-in-worker.ts';
import type { Changes } from '../library/use-changes.ts';
import { useWork } from '../library/use-work.ts';
import { report } from '../pages/report.ts';
import type { SettingsServices } from './settings-services.ts';

export interface Restoring {
  /** Absent while no backup is being restored. */
  dialog: RestoreDialogProps | undefined;
  /** Compare a backup with what is here, and ask. */
  open: (snapshot: Snapshot) => void;
}

/** A comparison, and whether there is no library to compare with. */
interface Compared {
  plan: RestorePlan;
  isAnew: boolean;
}

const NOTHING = { drafts: [], posts: [], readings: [], colourNames: {} };

/** Bringing a backup back: it is read beside the page, compared, and written when the reader says so. */
export function useRestore(services: SettingsServices, changes: Pick<Changes, 'offer'>): Restoring {
  const { shelf, library, imports, backups, inventory } = services;
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [compared, setCompared] = useState<Compared>();
  const work = useWork(say('workCancelled'), (error) => {
    report('restoring a backup', error);
    return say('restoreFailed');
  });

  const close = () => {
    work.cancel();
    work.forget();
    setSnapshot(undefined);
    setCompared(undefined);
  };

  const open = (chosen: Snapshot) => {
    setSnapshot(chosen);
    setCompared(undefined);
    work.run(async (signal, onProgress) => {
      const file = new File([await unpackLibrary(await shelf.read(chosen))], 'backup.json');
      const held = await readInWorker({ file, titles: [] }, { signal, onProgress });
      const here = await readHere(library);
      signal.throwIfAborted();
      const { annotations, surroundings = NOTHING } = held;
      const plan = planRestore(here ?? { annotations: new Map(), surroundings: NOTHING }, {
        annotations,
        ...surroundings,
      });
      setCompared({ plan, isAnew: here === undefined });
      return undefined;
    });
  };

  const restore = ({ plan, isAnew }: Compared) =>
    work.run(async (_, onProgress) => {
      const { missing, changed, others } = plan;
      const annotations = [...missing, ...changed];
      // What is here now can be had back on another day, too.
      if (isAnew) await inventory.startAnew();
      else await backups.make();
      const total = annotations.length;
      const restored = annotations.filter(isPresent);
      const wanted = { ...others, annotations };
      const written = await imports.write(wanted, (done) => onProgress({ done, total }));
      close();
      await changes.offer(sayCount('didRestore', restored.length), annotations, () =>
        imports.undo(written),
      );
      return undefined;
    });

  return {
    open,
    dialog: snapshot && {
      taken: timeOf(snapshot),
      report: compared && reportOf(compared),
      progress: work.progress,
      outcome: work.outcome?.text,
      hasFailed: work.outcome?.hasFailed ?? false,
      onCancel: close,
      onRestore() {
        if (compared) restore(compared);
      },
      onClose: close,
    },
  };
}

/** What is here; undefined when it cannot be read. */
async function readHere(library: LibraryRepository) {
  try {
    const { annotations, ...surroundings } = await library.read();
    return {
      annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])),
      surroundings,
    };
  } catch (error) {
    report('the library could not be read', error);
    return undefined;
  }
}

function reportOf({ plan, isAnew }: Compared) {
  const { missing, changed, same, newer, others } = plan;
  return {
    // What comes back into the bin is nothing to a reader.
    missing: missing.filter(isPresent).length,
    changed: changed.length,
    same,
    newer,
    others: othersOf({ others }),
    isNothing: missing.length + changed.length + countOf(others) === 0,
    isAnew,
  };
}
