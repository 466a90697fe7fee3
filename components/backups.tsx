import './backups.css';
import { useId } from 'preact/hooks';
import { languageOf, say, sayCount } from '../lib/language/say.ts';
import type { Snapshot } from '../lib/storage/snapshot.ts';
import { toFileSize } from './file-size.ts';

export interface BackupsProps {
  /** Newest first; `undefined` while they are being looked up. */
  snapshots: readonly Snapshot[] | undefined;
  /** Whether they could not be looked up. */
  hasFailed: boolean;
  /** Whether the browser has promised to keep what is stored; `undefined` while it has not said. */
  isPersisted: boolean | undefined;
  /** Whether each is saved among the downloads, too; `undefined` while that is being looked up. */
  isCopied: boolean | undefined;
  /** A sentence on what was done last. */
  said: string | undefined;
  onMake: () => void;
  onCopied: (isCopied: boolean) => void;
  onRestore: (snapshot: Snapshot) => void;
  onSave: (snapshot: Snapshot) => void;
}

/** The copies of the library that were put aside, and what can be done with each. */
export function Backups(props: BackupsProps) {
  const { snapshots, hasFailed, isPersisted, isCopied, said, onMake, onCopied } = props;
  const [last] = snapshots ?? [];
  return (
    <div class="backups">
      <p>{say('backupIntro')}</p>
      {hasFailed ? (
        <p class="failure" role="alert">
          {say('backupListFailed')}
        </p>
      ) : (
        <p class={last && 'backups-last'}>
          {!snapshots && say('backupLooking')}
          {snapshots && !last && say('backupNone')}
          {last && say('backupLast', timeOf(last), notesOf(last), toFileSize(last.size))}
        </p>
      )}
      <div class="backups-now">
        <button type="button" class="button" onClick={onMake}>
          {say('backupNow')}
        </button>
        <p class="soft" role="status">
          {said}
        </p>
      </div>
      {snapshots && snapshots.length > 0 && (
        <ul class="plain-list backups-list" aria-label={say('backupList')}>
          {snapshots.map((snapshot) => (
            <Backup key={snapshot.number} snapshot={snapshot} {...props} />
          ))}
        </ul>
      )}
      {isCopied !== undefined && (
        <label class="backups-copied">
          <input
            type="checkbox"
            checked={isCopied}
            onChange={({ currentTarget }) => {
              const { checked } = currentTarget;
              // It is ticked when the reader has answered what the browser asks.
              currentTarget.checked = isCopied;
              onCopied(checked);
            }}
          />
          {say('backupCopies')}
        </label>
      )}
      {isPersisted !== undefined && (
        <p class="soft">{say(isPersisted ? 'persistYes' : 'persistNo')}</p>
      )}
    </div>
  );
}

function Backup({
  snapshot,
  onRestore,
  onSave,
}: Pick<BackupsProps, 'onRestore' | 'onSave'> & { snapshot: Snapshot }) {
  const id = useId();
  return (
    <li class="backup">
      <p id={id}>
        <time dateTime={snapshot.taken}>{timeOf(snapshot)}</time>
        <span class="soft">
          {notesOf(snapshot)}, {toFileSize(snapshot.size)}
        </span>
      </p>
      <div class="backup-acts">
        <button
          type="button"
          class="button"
          aria-describedby={id}
          onClick={() => onRestore(snapshot)}
        >
          {say('backupRestore')}
        </button>
        <button
          type="button"
          class="button quiet"
          aria-describedby={id}
          onClick={() => onSave(snapshot)}
        >
          {say('backupSave')}
        </button>
      </div>
    </li>
  );
}

/** When a snapshot was taken, on the reader's clock. */
export function timeOf({ taken }: Pick<Snapshot, 'taken'>): string {
  const format = new Intl.DateTimeFormat(languageOf(), { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(new Date(taken));
}

function notesOf({ notes }: Snapshot): string {
  return sayCount('notes', notes);
}
