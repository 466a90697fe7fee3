import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';

/**
 * Save an annotation that a content script has made, unless there is one by its id, deleted or not.
 *
 * A content script is taken to be the page's: saving what it knows would replace what is written,
 * of which it is told nothing. So it adds passages, and not a word about them.
 */
export async function addPassage(
  annotations: Pick<AnnotationRepository, 'listSources' | 'save'>,
  { body: _body, formerNotes: _former, tags: _tags, deleted: _deleted, ...passage }: Annotation,
): Promise<void> {
  const [known] = await annotations.listSources([passage.id]);
  if (known === undefined) await annotations.save(passage);
}
