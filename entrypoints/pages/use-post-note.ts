import { useEffect, useState } from 'preact/hooks';
import type { PostNoteFormProps } from '../../components/post-note-form.tsx';
import { createAnnotation } from '../../lib/annotation/annotation.ts';
import { targetOfPost } from '../../lib/annotation/target.ts';
import type { Writing } from '../../lib/annotation/writing.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Services } from './services.ts';
import type { Editing } from './use-editing.ts';

/**
 * Writing a note on a post as a whole. What is typed is kept as a draft, under the post's permalink:
 * a popup goes away with the next click beside it.
 *
 * @param first The draft as it was before anything was drawn.
 */
export function usePostNote(
  permalink: Permalink | undefined,
  first: Partial<Writing> | undefined,
  { annotations, drafts }: Services,
  { announce }: Pick<Editing, 'announce'>,
): PostNoteFormProps | undefined {
  const [found, setFound] = useState(
    permalink && first !== undefined ? { permalink, draft: first } : undefined,
  );
  useEffect(() => {
    if (!permalink || found?.permalink === permalink) return;
    drafts.findWriting(permalink).then(
      (draft = {}) => setFound({ permalink, draft }),
      // Whatever is wrong with the database, the list of notes says it.
      () => setFound({ permalink, draft: {} }),
    );
  }, [permalink]);
  if (!permalink || found?.permalink !== permalink) return undefined;
  return {
    post: permalink,
    draft: found.draft,
    onDraft: (kind, note) => void drafts.save(permalink, note, { kind, tags: [], action: {} }),
    async onAdd(kind, note) {
      // Loaded with the library already; the popup’s first frame can do without.
      const { withNote } = await import('../../lib/annotation/changes.ts');
      const made = withNote(createAnnotation(targetOfPost(permalink), new Date(), kind), note);
      await annotations.save(made);
      await drafts.delete(permalink);
      await announce(made);
    },
  };
}
