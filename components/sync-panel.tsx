import './sync.css';
import { say, sayCount } from '../lib/language/say.ts';
import type { SyncView } from '../lib/sync/sync-settings.ts';
import type { SyncLogLine, SyncStatus } from '../lib/sync/sync-state.ts';
import { sayLogLine, sayTime, sayTrouble } from './sync-words.ts';

export interface SyncPanelProps {
  view: SyncView;
  /** The address of the database. */
  address: string | undefined;
  isEncrypted: boolean;
  onSync: () => void;
  /** End the sync that is under way. */
  onStop: () => void;
  onTurnOff: () => void;
  /** Answers to a sync that would remove much: let it, or have everything stay, here and there. */
  onRemove: () => void;
  onKeep: () => void;
}

/** What sync is doing, what it did last, what waits, and what is the matter with it. */
export function SyncPanel(props: SyncPanelProps) {
  const { view, address, isEncrypted, onSync, onStop, onTurnOff, onRemove, onKeep } = props;
  const { status, waiting, log } = view;
  const isRunning = status.is === 'syncing';
  const asks = status.is === 'attention' && status.why === 'removes';
  return (
    <div class="sync">
      {address !== undefined && (
        <p class="sync-address">
          <span translate={false}>{address}</span>{' '}
          <span class="soft">{say(isEncrypted ? 'syncIsEncrypted' : 'syncIsOpen')}</span>
        </p>
      )}
      <div role="status" class={`sync-status sync-${status.is}`}>
        <p class="sync-is">{sayStatus(status)}</p>
        {status.why && !asks && <p>{sayTrouble(status.why)}</p>}
        <p class="soft">
          {status.lastSuccess ? say('syncLast', sayTime(status.lastSuccess)) : say('syncNever')}
        </p>
        <p class="soft">
          {waiting > 0 ? sayCount('syncWaiting', waiting) : say('syncNoneWaiting')}
        </p>
        {isRunning && <SyncBar status={status} waiting={waiting} />}
      </div>
      {asks && (
        <div class="sync-question" role="alert">
          <p>{sayCount('syncAsk', status.count ?? 0)}</p>
          <div class="sync-acts">
            <button type="button" class="button" onClick={onKeep}>
              {say('syncKeep')}
            </button>
            <button type="button" class="button dangerous" onClick={onRemove}>
              {say('syncRemove')}
            </button>
          </div>
        </div>
      )}
      <div class="sync-acts">
        <button type="button" class="button" onClick={isRunning ? onStop : onSync}>
          {say(isRunning ? 'stop' : 'syncNow')}
        </button>
        <button type="button" class="button quiet" onClick={onTurnOff}>
          {say('syncTurnOff')}
        </button>
      </div>
      <SyncLog lines={log} />
    </div>
  );
}

function sayStatus({ is, sent, received }: SyncStatus): string {
  if (is === 'syncing') return say('syncSyncing', sent, received);
  if (is === 'offline') return say('syncOffline');
  if (is === 'stopped') return say('syncStopped');
  return say(is === 'attention' ? 'syncAttention' : 'syncIdle');
}

/** Documents, from which on a sync is long enough to show how far it is. */
const MANY = 50;

/** How far a long sync is, as far as that is known; nothing for a short one. */
function SyncBar({ status, waiting }: { status: SyncStatus; waiting: number }) {
  const { sent, received, toReceive } = status;
  const done = sent + received;
  const total = done + waiting + (toReceive ?? 0);
  if (total < MANY) return null;
  // Where a server does not say how much is still to come, the bar moves to and fro.
  const isKnown = toReceive !== undefined || waiting > 0;
  return <progress aria-label={say('workBar')} value={isKnown ? done : undefined} max={total} />;
}

/** What sync has done of late, newest first. */
function SyncLog({ lines }: { lines: readonly SyncLogLine[] }) {
  return (
    <details class="sync-log">
      <summary>{say('syncLog')}</summary>
      {lines.length === 0 && <p class="soft">{say('syncLogEmpty')}</p>}
      <ol class="plain-list">
        {lines.toReversed().map((line, at) => (
          <li key={lines.length - at}>
            <time class="soft" dateTime={line.at}>
              {sayTime(line.at)}
            </time>
            <span>{sayLogLine(line)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
