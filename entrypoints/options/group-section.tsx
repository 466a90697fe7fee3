import { GroupPanel } from '../../components/group-panel.tsx';
import { SyncForm } from '../../components/sync-form.tsx';
import { say } from '../../lib/language/say.ts';
import type { SettingsServices } from './settings-services.ts';
import { toFields } from './sync-fields.ts';
import { useGroup } from './use-group.ts';

/** The reader's group: where it is and what comes of it, or the way to join one. */
export function GroupSection({ groupSettings }: Pick<SettingsServices, 'groupSettings'>) {
  const { view, config, isBusy, outcome, ...acts } = useGroup(groupSettings);
  return (
    <section class="sync sync-group" aria-labelledby="group-title">
      <h3 id="group-title">{say('groupHeading')}</h3>
      <p>{say('groupIntro')}</p>
      {view === undefined && <p role="status">{say('settingsLoading')}</p>}
      {view === 'off' && (
        <>
          <p class="soft">{say('groupSentHint')}</p>
          <SyncForm
            key={config?.address}
            isGroup
            known={config && { ...toFields(config), name: config.name }}
            isBusy={isBusy}
            outcome={outcome ?? { text: say('groupOff'), isBad: false }}
            onTest={acts.test}
            onTurnOn={acts.join}
          />
        </>
      )}
      {typeof view === 'object' && (
        <GroupPanel
          view={view}
          config={config}
          isBusy={isBusy}
          onSync={acts.sync}
          onLeave={acts.leave}
        />
      )}
    </section>
  );
}
