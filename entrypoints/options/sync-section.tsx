import { SyncForm } from '../../components/sync-form.tsx';
import { SyncPanel } from '../../components/sync-panel.tsx';
import { say } from '../../lib/language/say.ts';
import type { SettingsServices } from './settings-services.ts';
import { toFields } from './sync-fields.ts';
import { useSync } from './use-sync.ts';

/** Sync with the reader's own server: what it does, or the way to turn it on. */
export function SyncSection({ sync: settings }: Pick<SettingsServices, 'sync'>) {
  const { view, config, isBusy, outcome, ...acts } = useSync(settings);
  if (!view) return <p role="status">{say('settingsLoading')}</p>;
  if (view === 'broken') {
    return (
      <p class="failure" role="alert">
        {say('syncBroken')}
      </p>
    );
  }
  return (
    <>
      <p>{say('syncIntro')}</p>
      {view === 'off' ? (
        <>
          <p class="soft">{say('syncSentHint')}</p>
          <SyncForm
            key={config?.address}
            known={config && toFields(config)}
            isBusy={isBusy}
            outcome={outcome ?? { text: say('syncOff'), isBad: false }}
            onTest={acts.test}
            onTurnOn={acts.turnOn}
          />
        </>
      ) : (
        <SyncPanel
          view={view}
          address={config?.address}
          isEncrypted={config?.secret !== undefined}
          onSync={() => acts.sync(false)}
          onStop={acts.stop}
          onTurnOff={acts.turnOff}
          onRemove={() => acts.sync(true)}
          onKeep={acts.keepAll}
        />
      )}
    </>
  );
}
