import { sayConnection } from '../../components/sync-words.ts';
import { say } from '../../lib/language/say.ts';
import type { ConnectionTest, Credentials } from '../../lib/sync/connect.ts';
import type { SyncConfig } from '../../lib/sync/sync-config.ts';
import type { SyncSettings, SyncView } from '../../lib/sync/sync-settings.ts';
import { releaseServer } from '../sites/request-server.ts';
import { type Outcome, useSettingUp } from './use-setting-up.ts';

/** Sync as it stands, and what the reader can do about it. */
export interface Syncing {
  /** What it does; `off` while it is off, undefined until that is known. */
  view: SyncView | 'off' | 'broken' | undefined;
  /** What is set, or was before it was turned off. */
  config: SyncConfig | undefined;
  isBusy: boolean;
  outcome: Outcome | undefined;
  test: (credentials: Credentials) => void;
  turnOn: (credentials: Credentials) => void;
  turnOff: () => void;
  sync: (mayRemove: boolean) => void;
  stop: () => void;
  keepAll: () => void;
}

/** Join the page to sync. */
export function useSync(settings: SyncSettings): Syncing {
  const { view, isBroken, config, isBusy, outcome, look, doing, reach, failed } = useSettingUp(
    'sync',
    settings,
    toOutcome,
  );
  return {
    view: isBroken ? 'broken' : view,
    config,
    isBusy,
    outcome,
    test: (credentials) => reach(credentials.address, () => settings.test(credentials)),
    turnOn: (credentials) => reach(credentials.address, () => settings.connect(credentials)),
    turnOff: () =>
      doing(async () => {
        await settings.disconnect();
        await releaseServer('sync');
        await look();
        return { text: say('syncTurnedOff'), isBad: false };
      }),
    sync: (mayRemove) => {
      settings.sync(mayRemove).catch(failed);
    },
    stop: () => {
      settings.stop().catch(failed);
    },
    keepAll: () => {
      settings.keepAll().catch(failed);
    },
  };
}

function toOutcome(test: ConnectionTest): Outcome {
  return { text: sayConnection(test), isBad: test.is !== 'good' };
}
