import { type Annotation, createAnnotation } from '../../../lib/annotation/annotation.ts';
import { withNote, withTags } from '../../../lib/annotation/changes.ts';
import type { Colour } from '../../../lib/annotation/colour.ts';
import type { Kind } from '../../../lib/annotation/kind.ts';
import type { LocationState } from '../../../lib/annotation/passage-location.ts';
import { type NoteDocument, toNoteDocument } from '../../../lib/search/note-document.ts';

/** What a test may be about. */
export interface Wanted {
  passage?: string;
  note?: string;
  tags?: string[];
  colour?: Colour;
  kind?: Kind;
  done?: string;
  due?: string;
  /** ISO 8601 in UTC. */
  created?: string;
  slug?: string;
  start?: number;
  title?: string;
  labels?: string[];
  published?: string;
  state?: LocationState;
}

/** An annotation of which only what the test is about need be said. */
export function anAnnotation(wanted: Wanted = {}): Annotation {
  const { passage = 'A passage.', slug = 'one', colour, start = 0 } = wanted;
  const now = new Date(wanted.created ?? '2026-01-15T12:00:00.000Z');
  let annotation = createAnnotation(
    {
      source: `https://www.elidedbranches.com/2015/03/${slug}.html`,
      selector: passage
        ? [{ type: 'TextPositionSelector', start, end: start + passage.length }]
        : [],
      passage,
      ...(colour && { styleClass: colour }),
    },
    now,
    wanted.kind ?? 'highlight',
  );
  if (wanted.note) annotation = withNote(annotation, wanted.note, now);
  if (wanted.tags) annotation = withTags(annotation, wanted.tags, now);
  const { done, due } = wanted;
  if (done || due) annotation.action = { ...(done && { done }), ...(due && { due }) };
  return annotation;
}

/** The same with its post, as it is searched. */
export function aDocument(wanted: Wanted = {}): NoteDocument {
  const { title = 'A post', labels = [], published } = wanted;
  const post = { title, labels, ...(published && { published }) };
  return toNoteDocument(anAnnotation(wanted), post, wanted.state);
}
