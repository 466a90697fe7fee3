import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { createAnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { createGroupRepository } from '../../../lib/storage/group-repository.ts';
import type { GroupConfig } from '../../../lib/sync/group-config.ts';
import { toSharedAnnotation } from '../../../lib/sync/group-documents.ts';
import { enterGroup } from '../../../lib/sync/group-rows.ts';
import { type GroupRun, runGroup } from '../../../lib/sync/run-group.ts';
import type { Couch } from '../../couch/server.ts';
import { freshDatabase } from '../storage/fresh-database.ts';
import { connectedWith } from './connected.ts';

let members = 0;

/** Somebody in a reading group, with a library of their own. */
export async function createMember(
  user: Pick<Couch, 'user' | 'password'>,
  address: string,
  name: string,
  passphrase?: string,
) {
  members += 1;
  const database = freshDatabase();
  const member = String(members).padStart(32, '0');
  const connected = await connectedWith(user, address, passphrase);
  const config: GroupConfig = { ...connected, name, member };
  await enterGroup(database, member);
  const annotations = createAnnotationRepository(database);
  const group = createGroupRepository(database);
  return {
    member,
    database,
    config,
    annotations,
    group,
    async share(annotation: Annotation) {
      await annotations.save(annotation);
      await group.share(annotation.id, true);
    },
    sync: (options: Partial<GroupRun> = {}) =>
      runGroup({
        database,
        config,
        fetch,
        isThorough: false,
        signal: new AbortController().signal,
        ...options,
      }),
    /** What others share, as it is kept here. */
    others: async () =>
      (await database.groupNotes.orderBy('id').toArray()).map(
        ({ author, annotation }) => [author, annotation] as const,
      ),
    /** What others should see of what is shared here. */
    async shares() {
      const rows = await database.shared.filter(({ isShared }) => isShared).toArray();
      const found = await database.annotations.bulkGet(rows.map(({ id }) => id));
      const there = found.flatMap((one) => (one && one.deleted === undefined ? [one] : []));
      return there.map((one) => [name, toSharedAnnotation(one)] as const);
    },
  };
}

export type Member = Awaited<ReturnType<typeof createMember>>;
