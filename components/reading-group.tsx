import './annotation-card.css';
import './colours.css';
import './reading-group.css';
import { useId } from 'preact/hooks';
import { type AnnotationId, noteOf } from '../lib/annotation/annotation.ts';
import { colourOf } from '../lib/annotation/colour.ts';
import { isWholePost } from '../lib/annotation/target.ts';
import { languageOf, say } from '../lib/language/say.ts';
import type { GroupNote } from '../lib/storage/group.ts';
import type { Sharing } from './annotation-handlers.ts';
import { Day } from './day.tsx';
import { DrawnIcon } from './icons.tsx';
import { MarkdownView } from './markdown-view.tsx';
import { Passage } from './passage.tsx';

/*
 * What is seen of a reading group where notes are, in one module: few readers load it.
 */

export interface GroupNotesProps {
  /** What others in the reader's group share on this post. */
  notes?: readonly GroupNote[] | undefined;
}

/** Authors that are named in the heading; of more it says how many there are. */
const MOST_NAMED = 4;

/** What others have written about the post: to be read, and not to be changed. */
export function GroupNotes({ notes = [] }: GroupNotesProps) {
  const id = useId();
  if (notes.length === 0) return null;
  const authors = [...new Set(notes.map(({ author }) => author))];
  const named = authors.slice(0, MOST_NAMED);
  const others = authors.length - named.length;
  const names = new Intl.ListFormat(languageOf()).format([
    ...named,
    ...(others > 0 ? [say('groupMore', others)] : []),
  ]);
  return (
    <section class="page-section" aria-labelledby={id}>
      <h2 id={id}>
        {say('groupNotes')} <span class="page-count">{notes.length}</span>
      </h2>
      <p class="soft group-authors">{names}</p>
      <ol class="plain-list group-notes" aria-labelledby={id}>
        {notes.map((note) => (
          <li key={note.id}>
            <GroupCard {...note} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function GroupCard({ author, annotation }: GroupNote) {
  const { target, created } = annotation;
  const note = noteOf(annotation);
  return (
    <article
      class="annotation-card group-card"
      data-colour={colourOf(target)}
      aria-label={say('groupNoteBy', author)}
    >
      <p class="group-card-head">
        <bdi class="group-card-author">{author}</bdi> <Day value={created} />
      </p>
      {isWholePost(target) ? (
        <p class="annotation-card-whole">{say('cardWholePost')}</p>
      ) : (
        <Passage text={target.passage} />
      )}
      {note && (
        <div class="annotation-card-note">
          <MarkdownView markdown={note} />
        </div>
      )}
    </article>
  );
}

/** Two people, side by side. */
const GROUP =
  'M7.5 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17a5.5 5.5 0 0 1 11 0M13 3.4a3 3 0 0 1 0 5.4M15 11.9a5.5 5.5 0 0 1 3 5.1';

export interface ShareControlsProps extends Sharing {
  id: AnnotationId;
}

/** Whether the reading group sees a note, and the button to share it, or to do so no longer. */
export function ShareControls({ id, shared, onShare }: ShareControlsProps) {
  const isShared = shared.has(id);
  const label = say(isShared ? 'groupUnshare' : 'groupShare');
  return (
    <>
      {isShared && <span class="shared-sign">{say('groupShared')}</span>}
      <button
        type="button"
        class={isShared ? 'icon-button is-shared' : 'icon-button'}
        aria-label={label}
        title={label}
        onClick={() => onShare(id, !isShared)}
      >
        <DrawnIcon d={GROUP} />
      </button>
    </>
  );
}
