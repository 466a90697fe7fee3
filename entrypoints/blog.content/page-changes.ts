import type { Action } from '../../lib/annotation/action.ts';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import { withAction, withColour, withKind } from '../../lib/annotation/changes.ts';
import type { Colour } from '../../lib/annotation/colour.ts';
import type { Kind } from '../../lib/annotation/kind.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import { retry } from '../../lib/messaging/retry.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import type { PageSessions } from './page-sessions.ts';
import { keepUntilSaved } from './pending.ts';

/** What a reader changes on the page: it is seen there at once, and saved behind it. */
export interface PageChanges {
  /** Highlight the part of the range that lies in one post; it is painted before it is saved. */
  highlight(
    range: AbstractRange,
    colour: Colour,
    kind: Kind,
  ): { annotation: Annotation; saved: Promise<void> } | undefined;
  /** Save an annotation again that could not be saved. */
  save(annotation: Annotation): Promise<void>;
  recolour(annotation: Annotation, colour: Colour): Changed;
  rekind(annotation: Annotation, kind: Kind): Changed;
  /** Say whether an action is done and when it is due. */
  act(annotation: Annotation, action: Action): Changed;
  /** Delete an annotation; it leaves the page at once. */
  remove(annotation: Annotation): Promise<void>;
  restore(annotation: Annotation): Promise<void>;
}

/** An annotation as it is shown now, and a promise for when that is saved. */
export interface Changed {
  annotation: Annotation;
  saved: Promise<void>;
}

export interface PageChangeServices {
  sessions: PageSessions;
  background: Client<BackgroundProtocol>;
  /** Change what is known and painted of one post. */
  change: PageSessions['change'];
  /** Show an annotation as it is now. */
  replace: (annotation: Annotation) => void;
}

export function createPageChanges({
  sessions,
  background,
  change,
  replace,
}: PageChangeServices): PageChanges {
  const save = (annotation: Annotation) => {
    const saved = retry(() => background.saveAnnotation(annotation));
    keepUntilSaved(annotation, saved);
    return saved;
  };
  const show = (annotation: Annotation, send: () => Promise<void>): Changed => {
    replace(annotation);
    return { annotation, saved: retry(send) };
  };

  return {
    highlight(range, colour, kind) {
      const annotation = sessions.firstOf((session) => session.annotate(range, colour, kind));
      if (!annotation) return undefined;
      change(annotation.target.source, (annotations) => [...annotations, annotation]);
      return { annotation, saved: save(annotation) };
    },
    save,
    recolour: (annotation, colour) =>
      show(withColour(annotation, colour), () =>
        background.saveColour({ id: annotation.id, colour }),
      ),
    rekind: (annotation, kind) =>
      show(withKind(annotation, kind), () => background.saveKind({ id: annotation.id, kind })),
    act: (annotation, action) =>
      show(withAction(annotation, action), () =>
        background.saveAction({ id: annotation.id, action }),
      ),
    async remove({ id, target }) {
      change(target.source, (annotations) => annotations.filter((other) => other.id !== id));
      await retry(() => background.deleteAnnotation(id));
    },
    async restore(annotation) {
      change(annotation.target.source, (annotations) => [...annotations, annotation]);
      await retry(() => background.restoreAnnotation(annotation.id));
    },
  };
}
