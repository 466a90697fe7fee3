import './sync.css';
import { say, sayCount } from '../lib/language/say.ts';
import type { GroupConfig } from '../lib/sync/group-config.ts';
import type { GroupStatus } from '../lib/sync/group-settings.ts';
import type { SyncStatus } from '../lib/sync/sync-state.ts';
import { sayTime, sayTrouble } from './sync-words.ts';

export interface GroupPanelProps {
  view: GroupStatus;
  config: Pick<GroupConfig, 'address' | 'name' | 'secret'> | undefined;
  isBusy: boolean;
  onSync: () => void;
  onLeave: () => void;
}

/** The group that the reader is in, what came of speaking with its server, and the way out. */
export function GroupPanel({ view, config, isBusy, onSync, onLeave }: GroupPanelProps) {
  const { status, shared, others } = view;
  return (
    <div class="sync">
      {config && (
        <p class="sync-address">
          <span translate={false}>{config.address}</span>{' '}
          <span class="soft">{say('groupNamed', config.name)}</span>{' '}
          <span class="soft">{say(config.secret ? 'groupIsEncrypted' : 'syncIsOpen')}</span>
        </p>
      )}
      <div role="status" class={`sync-status sync-${status.is}`}>
        <p class="sync-is">{sayStatus(status)}</p>
        {status.why && <p>{sayTrouble(status.why)}</p>}
        <p class="soft">
          {status.lastSuccess ? say('syncLast', sayTime(status.lastSuccess)) : say('syncNever')}
        </p>
        <p class="soft">
          {shared === 0 ? say('groupSharesNone') : sayCount('groupShares', shared)}{' '}
          {others === 0 ? say('groupOthersNone') : sayCount('groupOthers', others)}
        </p>
      </div>
      <div class="sync-acts">
        <button type="button" class="button" aria-disabled={isBusy} onClick={onSync}>
          {say('groupSync')}
        </button>
        <button type="button" class="button quiet" aria-disabled={isBusy} onClick={onLeave}>
          {say('groupLeave')}
        </button>
      </div>
    </div>
  );
}

function sayStatus({ is }: SyncStatus): string {
  if (is === 'syncing') return say('groupSyncing');
  if (is === 'offline') return say('syncOffline');
  return say(is === 'attention' ? 'groupAttention' : 'groupIdle');
}
