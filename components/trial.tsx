import './trial.css';
import './colours.css';
import type { ComponentChildren, Ref } from 'preact';
import type { Annotation } from '../lib/annotation/annotation.ts';
import { noteOf } from '../lib/annotation/annotation.ts';
import { colourOf } from '../lib/annotation/colour.ts';
import { say } from '../lib/language/say.ts';

export interface TrialProps {
  /** The paragraph to try on, for whoever paints on it. */
  sample: Ref<HTMLParagraphElement>;
  /** What was marked so far. */
  annotations: readonly Annotation[];
  /** Where a note is being written, if one is. */
  writing: ComponentChildren;
  /** What is read out. */
  says: string;
  onSelectForMe: () => void;
  onStartOver: () => void;
}

/** A paragraph to mark, and what was marked in it as the popup would show it. */
export function Trial(props: TrialProps) {
  const { sample, annotations, writing, says, onSelectForMe, onStartOver } = props;
  return (
    <div class="trial">
      <p>{say('welcomeTryHow')}</p>
      <p class="trial-sample" ref={sample} tabIndex={-1}>
        {say('welcomeSample')}
      </p>
      {writing}
      {annotations.length > 0 && (
        <ul class="plain-list trial-marks" aria-label={say('welcomeTrialMarks')}>
          {annotations.map((annotation) => (
            <li key={annotation.id} data-colour={colourOf(annotation.target)}>
              <blockquote class="passage">{annotation.target.passage}</blockquote>
              {noteOf(annotation) && <p class="trial-note">{noteOf(annotation)}</p>}
            </li>
          ))}
        </ul>
      )}
      <div class="trial-foot">
        <button type="button" class="button" onClick={onSelectForMe}>
          {say('welcomeSelectForMe')}
        </button>
        {annotations.length > 0 && (
          <button type="button" class="button quiet" onClick={onStartOver}>
            {say('welcomeStartOver')}
          </button>
        )}
        <p class="soft" role="status">
          {says || (annotations.length > 0 && say('welcomeTried'))}
        </p>
      </div>
    </div>
  );
}
