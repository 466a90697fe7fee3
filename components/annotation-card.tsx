import './annotation-card.css';
import './colours.css';
import type { ComponentChildren, Ref } from 'preact';
import { useState } from 'preact/hooks';
import { type Annotation, noteOf } from '../lib/annotation/annotation.ts';
import { type Colour, colourOf } from '../lib/annotation/colour.ts';
import type { PassageLocation } from '../lib/annotation/passage-location.ts';
import { AnnotationActions } from './annotation-actions.tsx';
import { ColourPicker } from './colour-picker.tsx';
import { Day } from './day.tsx';
import { Passage, toExcerpt } from './passage.tsx';
import { PassageDiff } from './passage-diff.tsx';
import { type Attaching, PassageRemedy } from './passage-remedy.tsx';

export interface AnnotationCardProps {
  annotation: Annotation;
  /** `undefined` while the passage has not been looked for. */
  location?: PassageLocation | undefined;
  /** Draws the note's Markdown. Without it the note is shown as it was typed. */
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  /** Show the passage in the page. Without it, or when the passage is lost, there is no button. */
  onJump?: (() => void) | undefined;
  /** Absent where there is no page to attach a lost passage in. */
  attaching?: Attaching | undefined;
  onColour: (colour: Colour) => void;
  onEdit: () => void;
  onDelete: () => void;
  /** For whoever closes the editor and must give the focus back. */
  editButton?: Ref<HTMLButtonElement>;
}

/** One annotation: its passage, the reader's note, and what can be done with them. */
export function AnnotationCard(props: AnnotationCardProps) {
  const { annotation, location, renderNote, onJump, attaching, onColour } = props;
  const [choosing, setChoosing] = useState(false);
  const { target } = annotation;
  const colour = colourOf(target);
  const note = noteOf(annotation);
  const isLost = location?.state === 'orphan' || location?.state === 'ambiguous';
  return (
    <article
      class="annotation-card"
      data-colour={colour}
      aria-label={toExcerpt(target.passage.replace(/\s+/g, ' '), 60)}
    >
      {location?.found === undefined ? (
        <Passage text={target.passage} />
      ) : (
        <PassageDiff before={target.passage} after={location.found} />
      )}
      {location && <PassageRemedy target={target} location={location} attaching={attaching} />}
      {note && (
        <div class="annotation-card-note">
          {renderNote ? renderNote(note) : <div class="annotation-card-plain">{note}</div>}
        </div>
      )}
      <footer class="annotation-card-foot">
        <Day value={annotation.created} />
        <AnnotationActions
          colour={colour}
          isChoosing={choosing}
          onChoose={() => setChoosing(!choosing)}
          onJump={isLost ? undefined : onJump}
          hasNote={note !== ''}
          onEdit={props.onEdit}
          editButton={props.editButton}
          onDelete={props.onDelete}
        />
      </footer>
      {choosing && <ColourPicker colour={colour} onColour={onColour} />}
    </article>
  );
}
