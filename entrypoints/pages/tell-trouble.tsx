import { render } from 'preact';
import { TroubleBar } from '../../components/trouble-bar.tsx';
import { say } from '../../lib/language/say.ts';
import { detailsOf, toReport } from '../../lib/storage/trouble-log.ts';
import { openLog } from '../troubles/open-log.ts';
import { aboutThis } from './about-this.ts';
import { faultSentence } from './fault-sentence.ts';

/** Where it is told: at the foot of whatever page this is. */
let place: HTMLElement | undefined;

/** Keep a trouble, and say on the page that there is one, with its details to be copied. */
export async function tellTrouble(doing: string, error: unknown): Promise<void> {
  const trouble = {
    at: new Date().toISOString(),
    where: location.pathname.slice(1),
    doing,
    details: detailsOf(error),
  };
  show(faultSentence(error) ?? say('troubleSentence'), [{ ...trouble, times: 1 }]);
  await openLog()
    .add(trouble)
    .catch((cause: unknown) => console.error('Waymark: nothing can be noted down', cause));
}

function show(sentence: string, troubles: Parameters<typeof toReport>[0]): void {
  if (!place) {
    place = document.createElement('div');
    document.body.append(place);
  }
  const at = place;
  render(
    <TroubleBar
      sentence={sentence}
      details={toReport(troubles, aboutThis())}
      onCopy={(text) => navigator.clipboard.writeText(text)}
      onDismiss={() => render(null, at)}
    />,
    at,
  );
}
