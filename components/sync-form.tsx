import './sync.css';
import { useId, useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import type { Joining } from '../lib/sync/group-settings.ts';
import { SyncField } from './sync-field.tsx';

/** What the reader types. */
export interface SyncFields {
  server: string;
  database: string;
  user: string;
  password: string;
  /** What others are to call the reader; in a group only. */
  name: string;
  passphrase: string;
  again: string;
}

export interface SyncFormProps {
  /** Whether the database is a group's, and not the reader's alone. */
  isGroup?: boolean;
  /** What is known already, of the last time. */
  known?: Partial<SyncFields> | undefined;
  isBusy: boolean;
  /** What came of the last attempt, and whether it was none that worked. */
  outcome: { text: string; isBad: boolean } | undefined;
  /** Both ask the browser for the server: they are called within the click. */
  onTest: (joining: Joining) => void;
  onTurnOn: (joining: Joining) => void;
}

const NOTHING: SyncFields = {
  server: '',
  database: '',
  user: '',
  password: '',
  name: '',
  passphrase: '',
  again: '',
};

/** Where the reader's database is, and the two things to be done with that. */
export function SyncForm(props: SyncFormProps) {
  const { isGroup = false, known, isBusy, outcome, onTest, onTurnOn } = props;
  const [fields, setFields] = useState<SyncFields>({ ...NOTHING, ...known });
  const [isMismatch, setMismatch] = useState(false);
  const id = useId();
  const fieldOf = (name: keyof SyncFields) => ({
    value: fields[name],
    onValue: (value: string) => setFields({ ...fields, [name]: value }),
  });

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (isBusy) return;
    const isDifferent = fields.passphrase !== fields.again;
    setMismatch(isDifferent);
    if (isDifferent) return;
    const act = event.submitter?.getAttribute('value') === 'test' ? onTest : onTurnOn;
    act(toJoining(fields));
  }

  return (
    <form class="sync-form" onSubmit={submit}>
      <SyncField label={say('syncServer')} isAddress isRequired {...fieldOf('server')} />
      <SyncField label={say('syncDatabase')} isRequired {...fieldOf('database')} />
      <SyncField label={say('syncUser')} isRequired {...fieldOf('user')} />
      <SyncField label={say('syncPassword')} isSecret isRequired {...fieldOf('password')} />
      {isGroup && <SyncField label={say('groupName')} isRequired {...fieldOf('name')} />}
      <fieldset class="sync-passphrase" aria-describedby={`${id}-hint`}>
        <legend>{say('syncEncryption')}</legend>
        <p id={`${id}-hint`} class="soft">
          {say(isGroup ? 'groupPassphraseHint' : 'syncPassphraseHint')}
        </p>
        <SyncField label={say('syncPassphrase')} isSecret {...fieldOf('passphrase')} />
        <SyncField label={say('syncPassphraseAgain')} isSecret {...fieldOf('again')} />
      </fieldset>
      <div class="sync-acts">
        <button type="submit" class="button primary" value="on" aria-disabled={isBusy}>
          {say(isGroup ? 'groupJoin' : 'syncTurnOn')}
        </button>
        <button type="submit" class="button" value="test" aria-disabled={isBusy}>
          {say('syncTest')}
        </button>
      </div>
      <p role="status" class={outcome?.isBad || isMismatch ? 'sync-said sync-bad' : 'sync-said'}>
        {isBusy && say('syncTrying')}
        {!isBusy && (isMismatch ? say('syncMismatch') : outcome?.text)}
      </p>
    </form>
  );
}

/** The address of a database is that of its server, and its name. */
function toJoining({ server, database, user, name, password, passphrase }: SyncFields): Joining {
  const address = `${server.trim().replace(/\/+$/, '')}/${encodeURIComponent(database.trim())}`;
  return {
    address,
    user: user.trim(),
    password,
    ...(name.trim() !== '' && { name: name.trim() }),
    ...(passphrase !== '' && { passphrase }),
  };
}
