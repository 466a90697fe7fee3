import './import-dialog.css';
import './field.css';
import { useEffect, useId, useRef } from 'preact/hooks';
import { say, sayCount } from '../lib/language/say.ts';
import { ActFoot } from './act-foot.tsx';
import { Dialog } from './dialog.tsx';
import { WorkProgress } from './work-progress.tsx';

/** What an import would do, before it does. */
export interface ImportReport {
  /** The file's name. */
  name: string;
  format: string;
  added: number;
  changed: number;
  same: number;
  /** What comes beside notes, a sentence each. */
  others: readonly string[];
  /** What is not taken and why, a sentence each. */
  refused: readonly string[];
  isNothing: boolean;
}

export interface ImportDialogProps {
  /** Undefined until a file has been read. */
  report: ImportReport | undefined;
  onFile: (file: File) => void;
  onImport: () => void;
  progress: { done: number; total: number } | undefined;
  onCancel: () => void;
  outcome: string | undefined;
  hasFailed: boolean;
  onClose: () => void;
}

/** Brings notes in from a file: first it says what would be done, then it is done. */
export function ImportDialog(props: ImportDialogProps) {
  const { report, onFile, onImport, progress, onCancel, outcome, hasFailed, onClose } = props;
  const id = useId();
  const canImport = report !== undefined && !report.isNothing;
  return (
    <Dialog heading={say('importHeading')} onClose={onClose}>
      {report ? <Report {...report} /> : <p>{say('importFormats')}</p>}
      <div>
        <label class="field-label" for={id}>
          {say(report || hasFailed ? 'importOtherFile' : 'importFile')}
        </label>
        <input
          id={id}
          class="import-file"
          type="file"
          accept=".json,.jsonld,.csv,.txt,application/json,application/ld+json,text/csv,text/plain"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) onFile(file);
            // The same file can be chosen again, after it has been mended.
            currentTarget.value = '';
          }}
        />
        {!report && <p class="field-hint">{say('importDrop')}</p>}
      </div>
      <WorkProgress
        progress={progress}
        onCancel={onCancel}
        outcome={outcome}
        hasFailed={hasFailed}
      />
      <ActFoot
        action={say('importDo')}
        canAct={canImport}
        isBusy={progress !== undefined}
        onAct={onImport}
        onClose={onClose}
      />
    </Dialog>
  );
}

function Report(report: ImportReport) {
  const { name, format, added, changed, same, others, refused, isNothing } = report;
  const heading = useRef<HTMLHeadingElement>(null);
  // The news stand above the field the reader came from.
  useEffect(() => heading.current?.focus(), [name]);
  const counts = [
    added > 0 && sayCount('importAdded', added),
    changed > 0 && sayCount('importChanged', changed),
    same > 0 && sayCount('importSame', same),
  ].filter((sentence) => sentence !== false);
  return (
    <section class="import-report">
      <h3 ref={heading} tabIndex={-1}>
        {isNothing ? say('importNothing', name) : say('importReport', name)}
      </h3>
      <p class="soft">{format}</p>
      <ul class="plain-list import-counts" aria-label={say('importCounts')}>
        {[...counts, ...others].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {refused.length > 0 && (
        <>
          <h4>{say('importRefused')}</h4>
          <ul class="plain-list import-refused" aria-label={say('importRefused')}>
            {refused.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
