import './annotation-card.css';
import './colours.css';
import type { ComponentChildren, Ref } from 'preact';
import { useState } from 'preact/hooks';
import { type Annotation, noteOf, tagsOf } from '../lib/annotation/annotation.ts';
import { type Colour, colourOf } from '../lib/annotation/colour.ts';
import type { PassageLocation } from '../lib/annotation/passage-location.ts';
import { isWholePost } from '../lib/annotation/target.ts';
import { say } from '../lib/language/say.ts';
import { ActionLine } from './action-line.tsx';
import { AnnotationActions, type CardDrawer } from './annotation-actions.tsx';
import type { AnnotationDetailsProps } from './annotation-details.tsx';
import { AnnotationFace } from './annotation-face.tsx';
import type { Sharing } from './annotation-handlers.ts';
import { CardPassage } from './card-passage.tsx';
import { ColourPicker } from './colour-picker.tsx';
import type { FormerNotesProps } from './former-notes.tsx';
import { loadGroup } from './load-group.ts';
import { toExcerpt } from './passage.tsx';
import type { Attaching } from './passage-remedy.tsx';
import { usePart } from './use-part.ts';

const loadDetails = () => import('./annotation-details.tsx');
const loadFormer = () => import('./former-notes.tsx');
const loadRemedy = () => import('./passage-remedy.tsx');

export interface AnnotationCardProps extends Omit<AnnotationDetailsProps, 'annotation'> {
  annotation: Annotation;
  /** `undefined` while the passage has not been looked for. */
  location?: PassageLocation | undefined;
  /** Draws the note's Markdown. Without it the note is shown as it was typed. */
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  /** Show the passage in the page. Without it, or when the passage is lost, there is no button. */
  onJump?: (() => void) | undefined;
  /** Absent where there is no page to attach a lost passage in. */
  attaching?: Attaching | undefined;
  /** Whether a long passage is shown as a whole. */
  isPassageOpen?: boolean | undefined;
  /** Whether the page shows the passage just now. */
  isInView?: boolean | undefined;
  onColour: (colour: Colour) => void;
  onEdit: () => void;
  onDelete: () => void;
  sharing?: Sharing | undefined;
  /** What can be done with notes that were written at the same time. */
  onTakeNote?: FormerNotesProps['onTake'];
  onDropNote?: FormerNotesProps['onDrop'];
  /** For whoever closes the editor and must give the focus back. */
  editButton?: Ref<HTMLButtonElement>;
}

/** One annotation: what it is about, the reader's note, and what can be done with them. */
export function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, location, renderNote, attaching, onColour, onKind, onTags, sharing } = props;
  const [open, setOpen] = useState<CardDrawer>();
  const { target, action, formerNotes } = annotation;
  const isWhole = isWholePost(target);
  const colour = colourOf(target);
  const note = noteOf(annotation);
  const tags = tagsOf(annotation);
  const isLost = location?.state === 'orphan' || location?.state === 'ambiguous';
  const isEdited = location?.state === 'edited';
  const details = usePart(open === 'details', loadDetails);
  const remedy = usePart(!isWhole && (isLost || isEdited), loadRemedy);
  const former = usePart(formerNotes !== undefined, loadFormer);
  const share = usePart(sharing !== undefined, loadGroup);
  const onJump = isLost || isWhole ? undefined : props.onJump;
  return (
    <article
      class="annotation-card"
      data-colour={colour}
      data-annotation={annotation.id}
      tabIndex={-1}
      aria-label={
        isWhole ? say('cardWholePost') : toExcerpt(target.passage.replace(/\s+/g, ' '), 60)
      }
      aria-current={props.isInView ? 'location' : undefined}
    >
      {isWhole ? (
        <p class="annotation-card-whole">{say('cardWholePost')}</p>
      ) : (
        <CardPassage
          passage={target.passage}
          found={location?.found}
          isOpen={props.isPassageOpen}
          onJump={onJump}
        />
      )}
      {location && remedy && (
        <remedy.PassageRemedy target={target} location={location} attaching={attaching} />
      )}
      {action && <ActionLine action={action} onAction={props.onAction} />}
      {note && (
        <div class="annotation-card-note">
          {renderNote ? renderNote(note) : <div class="annotation-card-plain">{note}</div>}
        </div>
      )}
      {former && formerNotes && (
        <former.FormerNotes
          notes={formerNotes}
          onTake={props.onTakeNote}
          onDrop={props.onDropNote}
        />
      )}
      <AnnotationFace annotation={annotation} tags={tags}>
        <AnnotationActions
          colour={isWhole ? undefined : colour}
          open={open}
          onOpen={setOpen}
          hasDetails={onKind !== undefined || onTags !== undefined}
          onJump={onJump}
          hasNote={note !== ''}
          onEdit={props.onEdit}
          editButton={props.editButton}
          onDelete={props.onDelete}
        >
          {share && sharing && <share.ShareControls id={annotation.id} {...sharing} />}
        </AnnotationActions>
      </AnnotationFace>
      {open === 'colour' && <ColourPicker colour={colour} onColour={onColour} />}
      {details && <details.AnnotationDetails {...props} />}
    </article>
  );
}
