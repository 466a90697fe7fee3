import { useState } from 'preact/hooks';
import type { ImportDialogProps } from '../../components/import-dialog.tsx';
import type { Post } from '../../lib/blog/post.ts';
import { say, sayCount } from '../../lib/language/say.ts';
import { faultOf, nameOfFormat, othersOf, refusalsOf } from './import-sentences.ts';
import type { LibraryServices } from './library-services.ts';
import { type FilePlan, planFile, toBeWritten } from './plan-file.ts';
import { readInWorker } from './read-in-worker.ts';
import type { Changes } from './use-changes.ts';
import { useWork } from './use-work.ts';

export interface ImportOptions {
  services: LibraryServices;
  changes: Pick<Changes, 'offer'>;
  posts: readonly Post[];
  onClose: () => void;
}

/** What the import dialog shows and does, and how a file gets there that was dropped. */
export interface Import {
  dialog: ImportDialogProps;
  read: (file: File) => void;
}

export function useImport({ services, changes, posts, onClose }: ImportOptions): Import {
  const { library, imports } = services;
  const [read, setRead] = useState<{ name: string; plan: FilePlan }>();
  const work = useWork(say('workCancelled'), faultOf);

  const readFile = (file: File) => {
    setRead(undefined);
    return work.run(async (signal, onProgress) => {
      const titles = posts.map(({ title, permalink }) => [title, permalink] as const);
      const held = await readInWorker({ file, titles }, { signal, onProgress });
      const plan = await planFile(held, library);
      signal.throwIfAborted();
      setRead({ name: file.name, plan });
      return undefined;
    });
  };

  const write = (plan: FilePlan) =>
    work.run(async (signal, onProgress) => {
      const wanted = toBeWritten(plan);
      const total = wanted.annotations.length;
      const written = await imports.write(wanted, (done) => {
        signal.throwIfAborted();
        onProgress({ done, total });
      });
      setRead(undefined);
      onClose();
      await changes.offer(sayCount('didImport', total), wanted.annotations, () =>
        imports.undo(written),
      );
      return undefined;
    });

  return {
    dialog: {
      report: read && {
        name: read.name,
        format: nameOfFormat(read.plan.head.format),
        added: read.plan.added.length,
        changed: read.plan.changed.length,
        same: read.plan.same,
        others: othersOf(read.plan),
        refused: refusalsOf(read.plan),
        isNothing: read.plan.isEmpty,
      },
      onFile: readFile,
      onImport() {
        if (read && !read.plan.isEmpty) write(read.plan);
      },
      progress: work.progress,
      onCancel: work.cancel,
      outcome: work.outcome?.text,
      hasFailed: work.outcome?.hasFailed ?? false,
      onClose() {
        work.cancel();
        work.forget();
        setRead(undefined);
        onClose();
      },
    },
    read: readFile,
  };
}
