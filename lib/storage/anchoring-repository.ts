import type { AnnotationId } from '../annotation/annotation.ts';
import type { LocationState, PassageLocation } from '../annotation/passage-location.ts';
import type { Database } from './database.ts';

/**
 * Keeps what became of passages when a page last looked for them: only a page has the text, but
 * whoever looks for lost notes has no page.
 */
export interface AnchoringRepository {
  /** Keep the states of annotations there are. What has not changed is not written again. */
  save(locations: Readonly<Record<AnnotationId, Pick<PassageLocation, 'state'>>>): Promise<void>;
  /** All that is known; an annotation that is missing was never looked for. */
  listStates(): Promise<Record<AnnotationId, LocationState>>;
}

export function createAnchoringRepository(database: Database): AnchoringRepository {
  const { annotations, anchorings } = database;
  return {
    async save(locations) {
      const ids = Object.keys(locations);
      await database.transaction('rw', annotations, anchorings, async () => {
        const known = await annotations.bulkGet(ids);
        const before = await anchorings.bulkGet(ids);
        const changed = Object.entries(locations).flatMap(([id, { state }], index) =>
          known[index] && before[index]?.state !== state ? [{ id, state }] : [],
        );
        if (changed.length > 0) await anchorings.bulkPut(changed);
      });
    },
    async listStates() {
      const rows = await anchorings.toArray();
      return Object.fromEntries(rows.map(({ id, state }) => [id, state]));
    },
  };
}
