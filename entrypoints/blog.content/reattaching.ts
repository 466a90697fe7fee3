import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import { colourOf, inColour } from '../../lib/annotation/colour.ts';
import type { PassageLocation } from '../../lib/annotation/passage-location.ts';
import type { Target } from '../../lib/annotation/target.ts';
import type {
  BackgroundProtocol,
  PlaceChoice,
  SelectedPassage,
} from '../../lib/messaging/protocol.ts';
import { retry } from '../../lib/messaging/retry.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import type { PageSessions } from './page-sessions.ts';

/** What became of the passages on a page, and how those that were lost are attached again. */
export interface Reattaching {
  locations(): Record<AnnotationId, PassageLocation>;
  /** See `TabProtocol`; only the page has the text that a new target is made from. */
  reattach(choice: PlaceChoice): Promise<boolean>;
  /** Attach an annotation to what the range covers of its post. */
  reattachTo(id: AnnotationId, range: AbstractRange): Promise<boolean>;
  /** What the range covers of a post. */
  passageIn(range: AbstractRange): SelectedPassage | undefined;
}

export interface ReattachingServices {
  sessions: PageSessions;
  background: Client<BackgroundProtocol>;
  /** Show an annotation as it is now. */
  replace: (annotation: Annotation) => void;
}

export function createReattaching({
  sessions,
  background,
  replace,
}: ReattachingServices): Reattaching {
  /** The page shows it at its place before it is saved, and takes that back if it cannot be. */
  const attach = async (id: AnnotationId, target: Target | undefined) => {
    const annotation = sessions.find(id);
    if (!annotation || target?.source !== annotation.target.source) return false;
    replace({ ...annotation, target: inColour(target, colourOf(annotation.target)) });
    const saved = await retry(() => background.saveTarget({ id, target })).catch(
      (error: unknown) => {
        console.warn('Waymark:', error);
        return false;
      },
    );
    if (!saved) replace(annotation);
    return saved;
  };

  return {
    locations: () =>
      Object.fromEntries(sessions.list().flatMap((session) => [...session.locations()])),
    reattach: ({ id, candidate, passage }) =>
      attach(
        id,
        sessions.firstOf((session) => session.targetAt(id, candidate, passage)),
      ),
    reattachTo(id, range) {
      const source = sessions.find(id)?.target.source;
      const targetIn = sessions.firstOf((session) =>
        session.source === source ? session.targetOf(range) : undefined,
      );
      return attach(id, targetIn);
    },
    passageIn(range) {
      const target = sessions.firstOf((session) => session.targetOf(range));
      return target && { source: target.source, passage: target.passage };
    },
  };
}
