import { useEffect, useState } from 'preact/hooks';
import { ColourNames } from '../../components/colour-names.tsx';
import { say } from '../../lib/language/say.ts';
import {
  LONGEST_COLOUR_NAME,
  type Settings,
  type SettingsRepository,
} from '../../lib/storage/settings-repository.ts';
import { report } from '../pages/report.ts';

/** The names of the colours, read once: from then on the reader is the only one who changes them. */
export function ColourSettings({ settings }: { settings: SettingsRepository }) {
  const [stored, setStored] = useState<Settings | 'failed'>();
  const [saved, setSaved] = useState<boolean>();

  useEffect(() => {
    settings.read().then(setStored, (error: unknown) => {
      report('the settings could not be read', error);
      setStored('failed');
    });
  }, [settings]);

  if (!stored) return <p role="status">{say('settingsLoading')}</p>;
  if (stored === 'failed') {
    return (
      <p class="failure" role="alert">
        {say('settingsFailed')}
      </p>
    );
  }
  return (
    <>
      <ColourNames
        names={stored.colourNames}
        longest={LONGEST_COLOUR_NAME}
        onNames={(colourNames) => {
          setSaved(undefined);
          settings.save({ colourNames }).then(
            () => setSaved(true),
            (error: unknown) => {
              report('the names of the colours could not be saved', error);
              setSaved(false);
            },
          );
        }}
      />
      <p class="soft settings-said" role="status">
        {saved === true && say('settingsSaved')}
        {saved === false && say('settingsNotSaved')}
      </p>
    </>
  );
}
