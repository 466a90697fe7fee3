import { Backups } from '../../components/backups.tsx';
import { RestoreDialog } from '../../components/restore-dialog.tsx';
import { UndoBar } from '../../components/undo-bar.tsx';
import { WorkProgress } from '../../components/work-progress.tsx';
import { useChanges } from '../library/use-changes.ts';
import type { SettingsServices } from './settings-services.ts';
import { useBackups } from './use-backups.ts';
import { useRestore } from './use-restore.ts';

/** The backups, and the way back to each. */
export function BackupSettings(services: SettingsServices) {
  const changes = useChanges(services);
  const { look, ...backups } = useBackups(services);
  const restoring = useRestore(services, {
    async offer(...offered) {
      await look();
      await changes.offer(...offered);
    },
  });
  return (
    <div>
      <Backups {...backups} onRestore={restoring.open} />
      {restoring.dialog && <RestoreDialog {...restoring.dialog} />}
      <div class="settings-dock">
        <WorkProgress {...changes.work} />
        <UndoBar {...changes.undo} />
      </div>
    </div>
  );
}
