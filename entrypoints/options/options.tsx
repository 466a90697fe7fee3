import type { SettingsSection } from '../../components/settings-page.tsx';
import { SettingsPage } from '../../components/settings-page.tsx';
import { say } from '../../lib/language/say.ts';
import { About } from './about.tsx';
import { BackupSettings } from './backup-settings.tsx';
import { ColourSettings } from './colour-settings.tsx';
import { DataSettings } from './data-settings.tsx';
import { GroupSection } from './group-section.tsx';
import type { SettingsServices } from './settings-services.ts';
import { ShortcutSettings } from './shortcut-settings.tsx';
import { AddedSites } from './site-settings.tsx';
import { SyncSection } from './sync-section.tsx';
import { TroubleSettings } from './trouble-settings.tsx';

/** The settings: each section is joined to the browser or the database by itself. */
export function Options(services: SettingsServices) {
  const sections: SettingsSection[] = [
    { id: 'colours', title: say('coloursHeading'), body: <ColourSettings {...services} /> },
    { id: 'sites', title: say('sitesHeading'), body: <AddedSites /> },
    { id: 'shortcuts', title: say('shortcutsHeading'), body: <ShortcutSettings /> },
    { id: 'backups', title: say('backupHeading'), body: <BackupSettings {...services} /> },
    {
      id: 'sync',
      title: say('syncHeading'),
      body: (
        <>
          <SyncSection {...services} />
          <GroupSection {...services} />
        </>
      ),
    },
    { id: 'data', title: say('dataHeading'), body: <DataSettings {...services} /> },
    { id: 'problems', title: say('troubleHeading'), body: <TroubleSettings /> },
    { id: 'about', title: say('aboutHeading'), body: <About /> },
  ];
  return <SettingsPage sections={sections} />;
}
