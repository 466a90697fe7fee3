import type { ComponentChildren } from 'preact';
import type { Annotation } from '../lib/annotation/annotation.ts';
import { kindOf } from '../lib/annotation/kind.ts';
import { say } from '../lib/language/say.ts';
import { Day } from './day.tsx';
import { DrawnIcon } from './icons.tsx';
import { faceOf } from './kind-face.ts';
import { TagChip } from './tag-chip.tsx';

export interface AnnotationFaceProps {
  annotation: Annotation;
  tags: readonly string[];
  /** What can be done with it. */
  children: ComponentChildren;
}

/** What an annotation is, how it is filed and since when: the foot of its card. */
export function AnnotationFace({ annotation, tags, children }: AnnotationFaceProps) {
  const { drawing, label } = faceOf(annotation);
  return (
    <footer class="annotation-card-foot">
      {tags.length > 0 && (
        <ul class="plain-list annotation-card-tags" aria-label={say('tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <TagChip tag={tag} />
            </li>
          ))}
        </ul>
      )}
      <p class="annotation-card-kind">
        {kindOf(annotation) !== 'highlight' && (
          <span>
            <DrawnIcon d={drawing} /> {label}
          </span>
        )}
        <Day value={annotation.created} />
      </p>
      {children}
    </footer>
  );
}
