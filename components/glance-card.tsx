import './glance-card.css';
import './colours.css';
import { type Annotation, noteOf, tagsOf } from '../lib/annotation/annotation.ts';
import { colourOf } from '../lib/annotation/colour.ts';
import { withoutMarks } from '../lib/annotation/without-marks.ts';
import { say } from '../lib/language/say.ts';
import { type ColourNames, nameOf } from './colour-name.ts';
import { Day } from './day.tsx';
import { DrawnIcon } from './icons.tsx';
import { faceOf } from './kind-face.ts';
import { toExcerpt } from './passage.tsx';
import { TagChip } from './tag-chip.tsx';

export interface GlanceCardProps {
  annotation: Annotation;
  colourNames: ColourNames;
}

/** Enough of a note to know it again; the whole of it is a click away. UTF-16 units. */
const EXCERPT = 240;

/** Whose highlight it is, at a glance: its kind, its colour, its tags and how its note begins. */
export function GlanceCard({ annotation, colourNames }: GlanceCardProps) {
  const { drawing, label } = faceOf(annotation);
  const colour = colourOf(annotation.target);
  const tags = tagsOf(annotation);
  const note = noteOf(annotation);
  const due = annotation.action?.done ? undefined : annotation.action?.due;
  return (
    <article class="glance-card" data-colour={colour}>
      <p class="glance-head">
        <DrawnIcon d={drawing} />
        <strong>{label}</strong>
        <span class="swatch" data-colour={colour}>
          {nameOf(colour, colourNames)}
        </span>
        {due && (
          <span class="soft">
            {say('actionDue')} <Day value={due} />
          </span>
        )}
      </p>
      {note && <p class="glance-note">{toExcerpt(withoutMarks(note), EXCERPT)}</p>}
      {tags.length > 0 && (
        <ul class="plain-list glance-tags" aria-label={say('tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <TagChip tag={tag} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
