import './annotation-card.css';
import type { ComponentChildren, Ref } from 'preact';
import { type Annotation, noteOf } from '../lib/annotation/annotation.ts';
import { Day } from './day.tsx';
import { JumpIcon, NoteIcon, TrashIcon } from './icons.tsx';
import { Passage, toExcerpt } from './passage.tsx';

/** How surely the passage was found in the post, in the words of `lib/anchoring`. */
export type PassageState = 'exact' | 'moved' | 'edited' | 'ambiguous' | 'orphan';

export interface AnnotationCardProps {
  annotation: Annotation;
  /** `undefined` while the passage has not been looked for. */
  state?: PassageState | undefined;
  /** Draws the note's Markdown. Without it the note is shown as it was typed. */
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  /** Show the passage in the page. Without it, or when the passage is lost, there is no button. */
  onJump?: (() => void) | undefined;
  onEdit: () => void;
  onDelete: () => void;
  /** For whoever closes the editor and must give the focus back. */
  editButton?: Ref<HTMLButtonElement>;
}

const REMARKS: Partial<Record<PassageState, string>> = {
  edited: 'The wording has changed since you marked it.',
  ambiguous: 'This passage could be in several places.',
  orphan: 'This passage is no longer in the post.',
};

/** One annotation: its passage, the reader's note, and what can be done with them. */
export function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, state, renderNote, onJump, onEdit, onDelete, editButton } = props;
  const { passage } = annotation.target;
  const note = noteOf(annotation);
  const remark = state && REMARKS[state];
  const isFound = state !== 'orphan' && state !== 'ambiguous';
  const editLabel = note ? 'Edit note' : 'Add note';
  return (
    <article class="annotation-card" aria-label={toExcerpt(passage.replace(/\s+/g, ' '), 60)}>
      <Passage text={passage} />
      {remark && <p class="annotation-card-remark">{remark}</p>}
      {note && (
        <div class="annotation-card-note">
          {renderNote ? renderNote(note) : <div class="annotation-card-plain">{note}</div>}
        </div>
      )}
      <footer class="annotation-card-foot">
        <Day value={annotation.created} />
        <div class="annotation-card-actions">
          {onJump && isFound && (
            <button
              type="button"
              class="icon-button"
              aria-label="Jump to passage"
              title="Jump to passage"
              onClick={onJump}
            >
              <JumpIcon />
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={editLabel}
            title={editLabel}
            onClick={onEdit}
            ref={editButton}
          >
            <NoteIcon />
          </button>
          <button
            type="button"
            class="icon-button danger"
            aria-label="Delete"
            title="Delete"
            onClick={onDelete}
          >
            <TrashIcon />
          </button>
        </div>
      </footer>
    </article>
  );
}
