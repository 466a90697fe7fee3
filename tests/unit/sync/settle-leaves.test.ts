import { expect, test } from 'vitest';
import { withNote } from '../../../lib/annotation/changes.ts';
import type { ReadVersion, Replica, Write } from '../../../lib/sync/replica.ts';
import { settleLeaves } from '../../../lib/sync/settle-leaves.ts';
import { untouched } from './edits.ts';

const NOW = new Date('2026-01-01T11:00:00.000Z');
const base = untouched();
const leaves: ReadVersion[] = [
  { note: 'Here.', rev: '2-a' },
  { note: 'Over there.', rev: '2-b' },
].map(({ note, rev }) => ({
  id: base.id,
  history: [rev, '1-0'],
  read: { is: 'annotation', annotation: withNote(base, note, NOW) },
}));

/** As much of a replica as is asked here, and what is written into it. */
function aReplica(found: readonly ReadVersion[], dieAt = Number.POSITIVE_INFINITY) {
  const written: Write[][] = [];
  const parts: Pick<Replica, 'readAll' | 'findVersions' | 'write'> = {
    readAll: async () => [...found],
    findVersions: async () => new Map([[`${base.id} 1-0`, { history: ['1-0'], annotation: base }]]),
    async write(writes) {
      if (written.length + 1 >= dieAt) throw new Error('The worker was killed.');
      written.push([...writes]);
      return writes.map(({ history }) => `${history.length + 1}-merged`);
    },
  };
  return { replica: parts as Replica, written };
}

const settle = (replica: Replica) => settleLeaves(replica, base.id, ['2-a', '2-b']);

test('what was merged is stored before those are removed of which it was made', async () => {
  const { replica, written } = aReplica(leaves);
  expect(await settle(replica)).toMatchObject({ is: 'annotation', hasWritten: true });
  const isMerged = ({ annotation }: Write) => annotation !== undefined;
  expect(written.map((writes) => writes.map(isMerged))).toEqual([[true], [false]]);
  const dying = aReplica(leaves, 2);
  await expect(settle(dying.replica)).rejects.toThrow('killed');
  expect(dying.written.flat().map(isMerged)).toEqual([true]);
});

test('where a later Waymark has written one of them all stay as they are', async () => {
  const [one] = leaves as [ReadVersion];
  const newer: ReadVersion = { ...one, history: ['2-c', '1-0'], read: { is: 'newer' } };
  const { replica, written } = aReplica([...leaves, newer]);
  expect(await settle(replica)).toEqual({ is: 'newer' });
  expect(written).toEqual([]);
});
