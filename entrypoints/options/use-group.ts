import { sayConnection, sayTrouble } from '../../components/sync-words.ts';
import { say } from '../../lib/language/say.ts';
import type { GroupConfig } from '../../lib/sync/group-config.ts';
import type {
  GroupSettings,
  GroupStatus,
  Joining,
  JoinTest,
} from '../../lib/sync/group-settings.ts';
import { releaseServer } from '../sites/request-server.ts';
import { type Outcome, useSettingUp } from './use-setting-up.ts';

/** The reader's group as it stands, and what the reader can do about it. */
export interface Grouping {
  /** `off` while no group is joined, undefined until that is known. */
  view: GroupStatus | 'off' | undefined;
  /** What is set, or was before the group was left. */
  config: GroupConfig | undefined;
  isBusy: boolean;
  outcome: Outcome | undefined;
  test: (joining: Joining) => void;
  join: (joining: Joining) => void;
  leave: () => void;
  sync: () => void;
}

/** Join the page to the reader's group. */
export function useGroup(settings: GroupSettings): Grouping {
  const { view, config, isBusy, outcome, look, doing, reach, failed } = useSettingUp(
    'group',
    settings,
    toOutcome,
  );
  return {
    view,
    config,
    isBusy,
    outcome,
    test: (joining) => reach(joining.address, () => settings.test(joining)),
    join: (joining) => reach(joining.address, () => settings.join(joining)),
    leave: () =>
      doing(async () => {
        const fault = await settings.leave();
        await releaseServer('group');
        await look();
        const text = fault ? say('groupLeftStays', sayTrouble(fault)) : say('groupLeft');
        return { text, isBad: fault !== undefined };
      }),
    sync: () => {
      settings.sync().catch(failed);
    },
  };
}

function toOutcome(test: JoinTest): Outcome {
  const text = test.is === 'no-name' ? say('groupNoName') : sayConnection(test);
  return { text, isBad: test.is !== 'good' };
}
