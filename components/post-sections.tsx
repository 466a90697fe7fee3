import type { Annotation } from '../lib/annotation/annotation.ts';
import { say } from '../lib/language/say.ts';
import type { GroupNote } from '../lib/storage/group.ts';
import { AnnotationList, type AnnotationListProps } from './annotation-list.tsx';
import { loadGroup } from './load-group.ts';
import type { PassageSearchProps } from './passage-search.tsx';
import type { PostNoteFormProps } from './post-note-form.tsx';
import { RelatedSections, type RelatedSectionsProps } from './related-sections.tsx';
import { usePart } from './use-part.ts';

const loadForm = () => import('./post-note-form.tsx');
/** Few posts have so many notes. */
const loadSearch = () => import('./passage-search.tsx');

/** A tab that shows one post: what is known of it. */
export interface PostInTab {
  kind: 'post';
  title: string;
  /** In reading order; `undefined` while they are being read. */
  annotations: readonly Annotation[] | undefined;
  /** How many there are, where that is more. */
  count?: number | undefined;
  locations?: AnnotationListProps['locations'];
  /** How far the page is in looking for the passages, where there is something to say of that. */
  search?: PassageSearchProps | undefined;
  attachingOf?: AnnotationListProps['attachingOf'];
  /** Absent where no page can be asked to show a passage. */
  onJump?: AnnotationListProps['onJump'];
  inView?: AnnotationListProps['inView'];
  /** Where a note on all of it is written; absent until its draft has been read. */
  postNote?: PostNoteFormProps | undefined;
  related: RelatedSectionsProps;
  /** What others in the reader's group have written about it. */
  groupNotes?: readonly GroupNote[] | undefined;
}

export interface PostSectionsProps
  extends Omit<AnnotationListProps, 'annotations' | 'emptyText' | 'label'> {
  tab: PostInTab;
  /** False when the notes could not be opened, which is said elsewhere. */
  hasNotes: boolean;
}

/** A post's notes, with room to write one on all of it, and the posts related to it. */
export function PostSections({ tab, hasNotes, ...list }: PostSectionsProps) {
  const form = usePart(tab.postNote !== undefined, loadForm);
  const searching = usePart(tab.search !== undefined, loadSearch);
  const ofGroup = usePart(tab.groupNotes !== undefined, loadGroup);
  const count = tab.count ?? tab.annotations?.length ?? 0;
  return (
    <>
      {hasNotes && (
        <section class="page-section">
          <h2>
            {say('popupNotes')} {count > 0 && <span class="page-count">{count}</span>}
          </h2>
          {form && tab.postNote && <form.PostNoteForm key={tab.postNote.post} {...tab.postNote} />}
          {searching && tab.search && <searching.PassageSearchProgress {...tab.search} />}
          <AnnotationList
            {...list}
            annotations={tab.annotations}
            locations={tab.locations}
            emptyText={say('popupEmpty')}
            onJump={tab.onJump}
            attachingOf={tab.attachingOf}
            inView={tab.inView}
          />
        </section>
      )}
      {ofGroup && <ofGroup.GroupNotes notes={tab.groupNotes} />}
      <RelatedSections {...tab.related} />
    </>
  );
}
