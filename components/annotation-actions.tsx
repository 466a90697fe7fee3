import type { ComponentChildren, Ref } from 'preact';
import type { Colour } from '../lib/annotation/colour.ts';
import { say } from '../lib/language/say.ts';
import { nameOf } from './colour-name.ts';
import { ColourSwatch } from './colour-swatch.tsx';
import { TAG } from './drawings.ts';
import { DrawnIcon, JumpIcon, NoteIcon, TrashIcon } from './icons.tsx';

/** What a card may have open below its foot. */
export type CardDrawer = 'colour' | 'details';

export interface AnnotationActionsProps {
  /** Absent where nothing is marked in a colour. */
  colour: Colour | undefined;
  open: CardDrawer | undefined;
  onOpen: (drawer: CardDrawer | undefined) => void;
  /** Whether kind and tags can be changed. */
  hasDetails: boolean;
  /** Without it there is no button. */
  onJump: (() => void) | undefined;
  hasNote: boolean;
  onEdit: () => void;
  editButton: Ref<HTMLButtonElement> | undefined;
  onDelete: () => void;
  /** What else can be done, before the last. */
  children?: ComponentChildren;
}

/** The buttons at the foot of a card. */
export function AnnotationActions(props: AnnotationActionsProps) {
  const { colour, open, onOpen, hasDetails, onJump, hasNote, onEdit, editButton } = props;
  const drawer = (name: CardDrawer, label: string) => ({
    ...named(label),
    'aria-expanded': open === name,
    onClick: () => onOpen(open === name ? undefined : name),
  });
  return (
    <div class="annotation-card-actions">
      {colour && (
        <button {...drawer('colour', say('cardColour', nameOf(colour)))}>
          <ColourSwatch colour={colour} />
        </button>
      )}
      {hasDetails && (
        <button {...drawer('details', say('cardDetails'))}>
          <DrawnIcon d={TAG} />
        </button>
      )}
      {onJump && (
        <button {...named(say('cardJump'))} onClick={onJump}>
          <JumpIcon />
        </button>
      )}
      <button
        {...named(say(hasNote ? 'cardEditNote' : 'cardAddNote'))}
        data-edit
        onClick={onEdit}
        ref={editButton ?? null}
      >
        <NoteIcon />
      </button>
      {props.children}
      <button {...named(say('cardDelete'))} class="icon-button danger" onClick={props.onDelete}>
        <TrashIcon />
      </button>
    </div>
  );
}

/** A button that shows a drawing only has its name as a tooltip, too. */
function named(label: string) {
  return { type: 'button', class: 'icon-button', 'aria-label': label, title: label } as const;
}
