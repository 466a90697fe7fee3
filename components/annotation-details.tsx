import './annotation-details.css';
import { useEffect, useId, useState } from 'preact/hooks';
import { type Action, isDay } from '../lib/annotation/action.ts';
import { type Annotation, tagsOf } from '../lib/annotation/annotation.ts';
import { type Kind, kindOf } from '../lib/annotation/kind.ts';
import { say } from '../lib/language/say.ts';
import { KindPicker } from './kind-picker.tsx';
import { TagInput } from './tag-input.tsx';

export interface AnnotationDetailsProps {
  annotation: Annotation;
  onKind?: ((kind: Kind) => void) | undefined;
  onTags?: ((tags: string[]) => void) | undefined;
  onAction?: ((action: Action) => void) | undefined;
  /** The reader's tags, the likeliest first. */
  listTags?: (() => Promise<readonly string[]>) | undefined;
}

/** What an annotation is for, by when, and how it is filed. */
export function AnnotationDetails(props: AnnotationDetailsProps) {
  const { annotation, onKind, onTags, onAction, listTags } = props;
  const { action } = annotation;
  const [known, setKnown] = useState<readonly string[]>([]);
  const id = useId();
  useEffect(() => {
    listTags?.().then(setKnown, (error: unknown) => {
      console.warn('Waymark: no tags to complete by', error);
    });
  }, []);
  const plain: Kind = annotation.body ? 'comment' : 'highlight';
  return (
    <div class="annotation-details">
      {onKind && (
        <KindPicker
          kind={kindOf(annotation)}
          kinds={[plain, 'question', 'action']}
          onKind={onKind}
        />
      )}
      {action && onAction && (
        <div class="annotation-details-due">
          <label for={id}>{say('actionDueDay')}</label>
          <input
            id={id}
            type="date"
            value={action.due ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const { due: _, ...rest } = action;
              // A day that is not whole yet reads as none, as does one that was taken away.
              onAction(isDay(value) ? { ...rest, due: value } : rest);
            }}
          />
        </div>
      )}
      {onTags && <TagInput tags={tagsOf(annotation)} known={known} onTags={onTags} />}
    </div>
  );
}
