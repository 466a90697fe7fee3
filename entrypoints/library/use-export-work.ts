import { useEffect, useState } from 'preact/hooks';
import type { ExportChoice } from '../../components/export-choice.ts';
import type { ExportDialogProps } from '../../components/export-dialog.tsx';
import { type MessageName, say, sayCount } from '../../lib/language/say.ts';
import type { PlannedFile } from '../../lib/markdown/files.ts';
import { createPace, type Pace } from '../pages/pace.ts';
import { saveBlob } from '../pages/save-blob.ts';
import { countOf, type Sources } from './export-content.ts';
import { failureOf } from './export-failure.ts';
import { isToBeWritten, mayWrite, pickFolder, writeFolder } from './export-folder.ts';
import type { LibraryServices } from './library-services.ts';
import { summaryOf } from './plan-summary.ts';
import { useWork } from './use-work.ts';

export interface ExportWorkOptions {
  services: Pick<LibraryServices, 'library' | 'folders' | 'relatedTitles'>;
  choice: ExportChoice;
  sources: Sources;
  template: () => Promise<string>;
  /** The export that began then has come to its end. */
  onExported: (began: Date) => Promise<void>;
}

export interface ExportWork {
  shown: Pick<
    ExportDialogProps,
    | 'folder'
    | 'onFolder'
    | 'onExport'
    | 'plan'
    | 'onWrite'
    | 'onBack'
    | 'progress'
    | 'onCancel'
    | 'outcome'
    | 'hasFailed'
  >;
  /** Nothing more is said of what was done. */
  forget: () => void;
}

/** The work of an export: it can be watched and cancelled, and what came of it is said. */
export function useExportWork(options: ExportWorkOptions): ExportWork {
  const { services, choice, sources, template, onExported } = options;
  const { folders, library } = services;
  const [folder, setFolder] = useState<FileSystemDirectoryHandle>();
  const [plan, setPlan] = useState<{ files: PlannedFile[]; began: Date }>();
  const work = useWork(say('exportCancelled'), failureOf);
  useEffect(() => {
    folders
      .find()
      .then(setFolder, (error: unknown) => console.warn('Waymark: no folder is known', error));
  }, [folders]);

  const run = (
    total: number,
    act: (pace: Pace, signal: AbortSignal) => Promise<string | undefined>,
  ) =>
    work.run((signal, onProgress) => {
      onProgress({ done: 0, total });
      return act(createPace({ signal, total, onProgress }), signal);
    });

  const input = async (signal: AbortSignal) => ({
    choice,
    sources,
    template: choice.format.startsWith('template:') ? await template() : '',
    readLibrary: () => library.read(signal),
    related: services.relatedTitles,
  });
  const total = () => countOf(choice, sources);

  const toFile = (done: MessageName, take: (name: string, blob: Blob) => void | Promise<void>) =>
    run(total(), async (pace, signal) => {
      const began = new Date();
      const { writeExport } = await import('./run-export.ts');
      const { name, blob } = await writeExport(await input(signal), pace);
      await take(name, blob);
      await onExported(began);
      return say(done, name);
    });

  const copy = () => {
    // The browser looks for the click at once, and waits for what is to be copied.
    const { promise, resolve, reject } = Promise.withResolvers<Blob>();
    const copied = navigator.clipboard.write([new ClipboardItem({ 'text/plain': promise })]);
    copied.catch(() => {});
    return toFile('exportCopied', async (_, blob) => {
      resolve(new Blob([blob], { type: 'text/plain' }));
      await copied;
    }).finally(() => reject(new Error('There is nothing to copy')));
  };

  const lookInto = (chosen: FileSystemDirectoryHandle) =>
    run(total(), async (pace, signal) => {
      if (!(await mayWrite(chosen))) return say('exportDenied', chosen.name);
      const began = new Date();
      const { planExport } = await import('./run-export.ts');
      const files = await planExport(chosen, await input(signal), pace);
      setPlan({ files, began });
      return undefined;
    });

  const choose = () =>
    run(0, async () => {
      const picked = await pickFolder();
      if (!picked) return undefined;
      setFolder(picked);
      await folders.save(picked);
      return undefined;
    }).then(() => undefined);

  const write = (target: FileSystemDirectoryHandle, { files, began }: NonNullable<typeof plan>) =>
    run(files.filter(isToBeWritten).length, async (pace) => {
      const { written, left } = await writeFolder(target, files, pace);
      if (left.length === 0) await onExported(began);
      const sentence = sayCount('exportWritten', written, target.name);
      return left.length === 0
        ? sentence
        : `${sentence} ${sayCount('exportLeft', left.length, left.slice(0, 3).join(', '))}`;
    });

  return {
    shown: {
      folder: folder?.name,
      onFolder: choose,
      onExport() {
        if (choice.way === 'copy') copy();
        else if (choice.way !== 'folder') toFile('exportSaved', saveBlob);
        else if (folder) lookInto(folder);
        else choose();
      },
      plan: plan && folder && { folder: folder.name, ...summaryOf(plan.files) },
      onWrite() {
        if (plan && folder) write(folder, plan);
      },
      onBack() {
        setPlan(undefined);
        work.forget();
      },
      progress: work.progress,
      onCancel: work.cancel,
      outcome: work.outcome?.text,
      hasFailed: work.outcome?.hasFailed ?? false,
    },
    forget: work.forget,
  };
}
