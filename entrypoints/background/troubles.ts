import { detailsOf } from '../../lib/storage/trouble-log.ts';
import { listenForTroubles } from '../troubles/listen.ts';
import { openLog } from '../troubles/open-log.ts';

/**
 * Keep what went wrong in the background, where no reader sees it: the settings show it.
 *
 * @param doing what was being done, in words for whoever mends it.
 */
export function noteTrouble(doing: string, error: unknown): void {
  console.error(`Waymark: ${doing}`, error);
  const at = new Date().toISOString();
  openLog()
    .add({ at, where: 'background', doing, details: detailsOf(error) })
    .catch((cause: unknown) => console.error('Waymark: nothing can be noted down', cause));
}

/** Keep, from now on, what nobody has caught. */
export function noteTroubles(): void {
  listenForTroubles((error, doing) => noteTrouble(doing, error));
}
