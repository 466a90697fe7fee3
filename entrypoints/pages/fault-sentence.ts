import { type MessageName, say } from '../../lib/language/say.ts';
import { faultOf, type StorageFault } from '../../lib/storage/storage-fault.ts';

const SENTENCES: Readonly<Record<StorageFault, MessageName>> = {
  full: 'faultFull',
  blocked: 'faultBlocked',
  unreadable: 'faultUnreadable',
};

/** What is wrong with the library, in a sentence; undefined when the error is about something else. */
export function faultSentence(error: unknown): string | undefined {
  const fault = faultOf(error);
  return fault && say(SENTENCES[fault]);
}
