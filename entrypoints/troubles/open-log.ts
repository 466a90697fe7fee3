import { createFileArea } from '../../lib/storage/file-area.ts';
import { createTroubleLog, type TroubleLog } from '../../lib/storage/trouble-log.ts';

/** The log of this browser, in a file of the extension's own. It is kept here and sent nowhere. */
export function openLog(): TroubleLog {
  return createTroubleLog(createFileArea('troubles'));
}
