import { languageOf, type MessageName, say, sayCount } from '../lib/language/say.ts';
import type { ConnectionTest } from '../lib/sync/connect.ts';
import type { SyncFault } from '../lib/sync/failure.ts';
import type { SyncLogLine } from '../lib/sync/sync-state.ts';

/** Whatever a connection can be, but good, and whatever can keep a sync from going on. */
export type SyncTrouble = SyncFault | Exclude<ConnectionTest['is'], 'good'>;

/** What each is called in words, with what the reader can do about it. */
const SENTENCES: Readonly<Record<SyncTrouble, MessageName>> = {
  offline: 'syncFaultOffline',
  slow: 'syncFaultSlow',
  unreachable: 'syncFaultUnreachable',
  cors: 'syncFaultCors',
  'one-for-both': 'syncFaultOneForBoth',
  'no-address': 'syncFaultNoAddress',
  'not-secure': 'syncFaultNotSecure',
  password: 'syncFaultPassword',
  forbidden: 'syncFaultForbidden',
  'no-database': 'syncFaultNoDatabase',
  'not-couchdb': 'syncFaultNotCouch',
  full: 'syncFaultFull',
  'local-full': 'syncFaultLocalFull',
  refused: 'syncFaultRefused',
  server: 'syncFaultServer',
  'no-passphrase': 'syncFaultNoPassphrase',
  'wrong-passphrase': 'syncFaultWrongPassphrase',
  'damaged-key': 'syncFaultDamagedKey',
  'not-encrypted': 'syncFaultNotEncrypted',
  newer: 'syncFaultNewer',
  removes: 'syncFaultRemoves',
  erased: 'syncFaultErased',
  failed: 'syncFaultFailed',
};

/** What is wrong, in a sentence or two. */
export function sayTrouble(trouble: SyncTrouble): string {
  return say(SENTENCES[trouble]);
}

/** What a connection that was tried came to. */
export function sayConnection(test: ConnectionTest): string {
  if (test.is !== 'good') return sayTrouble(test.is);
  const works = sayCount('syncGood', test.documents);
  return test.isEncrypted ? `${works} ${say('syncGoodEncrypted')}` : works;
}

/** A line of the log, without its time. */
export function sayLogLine({ what, why, sent = 0, received = 0, count = 0 }: SyncLogLine): string {
  if (what === 'merged') return sayCount('syncLogMerged', count);
  if (what === 'skipped') return sayCount('syncLogSkipped', count);
  if (what === 'fault' && why) return sayTrouble(why);
  return say('syncLogDone', sent, received);
}

/** When something was, to the minute. */
export function sayTime(at: string): string {
  const format = new Intl.DateTimeFormat(languageOf(), { dateStyle: 'medium', timeStyle: 'short' });
  return format.format(new Date(at));
}
