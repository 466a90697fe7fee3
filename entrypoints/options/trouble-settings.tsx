import { useEffect, useState } from 'preact/hooks';
import { TroubleDetails } from '../../components/trouble-bar.tsx';
import { say, sayCount } from '../../lib/language/say.ts';
import { type Trouble, toReport } from '../../lib/storage/trouble-log.ts';
import { aboutThis } from '../pages/about-this.ts';
import { report } from '../pages/report.ts';
import { openLog } from '../troubles/open-log.ts';

/** What went wrong of late, wherever it was, in words that can be copied for whoever mends it. */
export function TroubleSettings() {
  const [troubles, setTroubles] = useState<Trouble[]>();
  const log = openLog();
  useEffect(() => {
    log.list().then(setTroubles, (error: unknown) => report('listing troubles', error));
  }, []);
  if (!troubles) return <p role="status">{say('settingsLoading')}</p>;
  if (troubles.length === 0) return <p role="status">{say('troubleNone')}</p>;
  return (
    <>
      <p>{sayCount('troubleCount', troubles.length)}</p>
      <TroubleDetails
        details={toReport(troubles, aboutThis())}
        onCopy={(text) => navigator.clipboard.writeText(text)}
      />
      <p>
        <button
          type="button"
          class="button"
          onClick={() =>
            log.clear().then(
              () => setTroubles([]),
              (error: unknown) => report('forgetting troubles', error),
            )
          }
        >
          {say('troubleForget')}
        </button>
      </p>
    </>
  );
}
