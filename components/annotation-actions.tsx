import type { Ref } from 'preact';
import type { Colour } from '../lib/annotation/colour.ts';
import { say } from '../lib/language/say.ts';
import { ColourSwatch, nameOf } from './colour-swatch.tsx';
import { JumpIcon, NoteIcon, TrashIcon } from './icons.tsx';

export interface AnnotationActionsProps {
  colour: Colour;
  /** Whether the choice of colours is open. */
  isChoosing: boolean;
  onChoose: () => void;
  /** Without it there is no button. */
  onJump: (() => void) | undefined;
  hasNote: boolean;
  onEdit: () => void;
  editButton: Ref<HTMLButtonElement> | undefined;
  onDelete: () => void;
}

/** The buttons at the foot of a card. */
export function AnnotationActions(props: AnnotationActionsProps) {
  const { colour, isChoosing, onChoose, onJump, hasNote, onEdit, editButton, onDelete } = props;
  const colourLabel = say('cardColour', nameOf(colour));
  const editLabel = say(hasNote ? 'cardEditNote' : 'cardAddNote');
  return (
    <div class="annotation-card-actions">
      <button
        type="button"
        class="icon-button"
        aria-label={colourLabel}
        title={colourLabel}
        aria-expanded={isChoosing}
        onClick={onChoose}
      >
        <ColourSwatch colour={colour} />
      </button>
      {onJump && (
        <button
          type="button"
          class="icon-button"
          aria-label={say('cardJump')}
          title={say('cardJump')}
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
        ref={editButton ?? null}
      >
        <NoteIcon />
      </button>
      <button
        type="button"
        class="icon-button danger"
        aria-label={say('cardDelete')}
        title={say('cardDelete')}
        onClick={onDelete}
      >
        <TrashIcon />
      </button>
    </div>
  );
}
