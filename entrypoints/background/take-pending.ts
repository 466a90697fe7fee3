import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import { findPermalink } from '../../lib/blog/site-permalink.ts';
import { listPending, type PendingShelf } from '../../lib/messaging/pending.ts';
import { annotation as annotationSchema, parserOf } from '../../lib/messaging/schema.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import { addPassage } from './add-passage.ts';

export interface PendingServices {
  shelf: PendingShelf;
  annotations: Pick<AnnotationRepository, 'listSources' | 'save'>;
  announce: (source: Permalink) => Promise<void>;
}

/**
 * Save what pages have kept because no background told them that it is saved; see `PENDING`.
 *
 * Any content script can write there, and who it was is not known: so passages are added, and
 * nothing that is there is changed.
 */
export async function takePending({
  shelf,
  annotations,
  announce,
}: PendingServices): Promise<void> {
  for (const [key, value] of await listPending(shelf)) {
    const annotation = readPending(value);
    if (annotation) {
      await addPassage(annotations, annotation);
      const source = findPermalink(annotation.target.source);
      if (source) await announce(source);
    }
    await shelf.remove([key]);
  }
}

const parse = parserOf(annotationSchema);

function readPending(value: unknown): Annotation | undefined {
  try {
    return parse(value);
  } catch (error) {
    console.warn('Waymark: what a page kept is no annotation', error);
    return undefined;
  }
}
