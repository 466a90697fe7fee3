import type { Action } from '../annotation/action.ts';
import { type Annotation, isPresent, noteOf, tagsOf } from '../annotation/annotation.ts';
import { inColour } from '../annotation/colour.ts';
import { type Kind, kindOf, motivationOf } from '../annotation/kind.ts';
import { tagKeyOf, toTags } from '../annotation/tags.ts';
import { byCodeUnits, isAlike } from './canonical.ts';
import { mergeHistory, placeOf } from './merge-history.ts';
import { mergeNotes } from './merge-notes.ts';
import { mergeSets, mergeValue } from './merge-values.ts';

/**
 * What becomes of an annotation that was changed in two places at once: field by field, compared with
 * what both began with. Tags and texts are sets; of other fields that both changed, the later change
 * stays. No text is lost: where both wrote, both are kept, one as the note, the other beside it. An
 * edit wins over a deletion.
 *
 * Whoever merges, in whichever order, and however often, makes the same of it; `a` and `b` may be
 * exchanged. That is what sets it apart from `lib/annotation/merge.ts`, where one who writes is
 * later than all the others. See ADR 23.
 *
 * @param base The last common ancestor; undefined when it is not known any more.
 * @throws RangeError when these are versions of different annotations.
 */
export function mergeAnnotations(
  base: Annotation | undefined,
  a: Annotation,
  b: Annotation,
): Annotation {
  if (a.id !== b.id) throw new RangeError(`${a.id} is not ${b.id}`);
  const order = byCodeUnits(b.modified, a.modified);
  const [first, second] = order > 0 ? [b, a] : [a, b];
  const merge = <T>(fieldOf: (annotation: Annotation) => T): T =>
    mergeValue({
      base: base && { value: fieldOf(base) },
      first: fieldOf(first),
      second: fieldOf(second),
      isTie: order === 0,
    });

  const picked = merge((annotation) => noteOf(annotation) || undefined) ?? '';
  const { note, formerNotes } = mergeNotes(base, a, b, picked);
  const kind = merge(kindBesideNote);
  const actionOf = ({ action }: Annotation): Action => action ?? base?.action ?? {};
  const done = merge((annotation) => actionOf(annotation).done);
  const due = merge((annotation) => actionOf(annotation).due);
  const place = merge(({ target }) => placeOf(target));
  const colour = merge(({ target }) => target.styleClass);
  const tags = isOneSided(base, a, b, tagsOf) ? merge(tagsOf) : mergeTags(base, a, b);
  const history = mergeHistory({ base, a, b, place });
  const deleted = mergeDeleted(base, a, b);
  return {
    id: a.id,
    motivation: motivationOf(kind, note !== ''),
    target: inColour(place, colour ?? 'yellow'),
    ...(history.length > 0 && { history }),
    ...(note !== '' && { body: { type: 'TextualBody', format: 'text/markdown', value: note } }),
    ...(formerNotes.length > 0 && { formerNotes: [...formerNotes] }),
    ...(tags.length > 0 && { tags: [...tags] }),
    ...(kind === 'action' && {
      action: { ...(done !== undefined && { done }), ...(due !== undefined && { due }) },
    }),
    created: a.created < b.created ? a.created : b.created,
    modified: first.modified,
    ...(deleted !== undefined && { deleted }),
  };
}

/** Between a highlight and a comment the note decides. */
function kindBesideNote(annotation: Annotation): Kind {
  const kind = kindOf(annotation);
  return kind === 'comment' ? 'highlight' : kind;
}

/** Whether at least one side left something as it was, or both have it alike. */
function isOneSided(
  base: Annotation | undefined,
  a: Annotation,
  b: Annotation,
  fieldOf: (annotation: Annotation) => unknown,
): boolean {
  const [inA, inB] = [fieldOf(a), fieldOf(b)];
  if (isAlike(inA, inB)) return true;
  const inBase = base && fieldOf(base);
  return base !== undefined && (isAlike(inA, inBase) || isAlike(inB, inBase));
}

/** In the order of the alphabet: where both arranged them, neither arrangement is whole any more. */
function mergeTags(base: Annotation | undefined, a: Annotation, b: Annotation): string[] {
  const sorted = (annotation: Annotation) => [...tagsOf(annotation)].sort(byCodeUnits);
  const both = [...sorted(a), ...sorted(b)].sort(byCodeUnits);
  const left = mergeSets(base && sorted(base), sorted(a), sorted(b), tagKeyOf).map(tagKeyOf);
  return toTags(both.filter((tag) => left.includes(tagKeyOf(tag))));
}

/** When it was deleted. It is not, where one side deleted it and the other changed or restored it. */
function mergeDeleted(base: Annotation | undefined, a: Annotation, b: Annotation) {
  const [gone, there] = isPresent(a) ? [b, a] : [a, b];
  if (isPresent(gone)) return undefined;
  if (!isPresent(there)) return [gone.deleted, there.deleted].sort().at(-1);
  const isUntouched = base !== undefined && isAlike(contentOf(base), contentOf(there));
  return isUntouched ? gone.deleted : undefined;
}

/** All that a reader can change, whether it is deleted included. */
function contentOf({ modified: _, ...content }: Annotation) {
  return content;
}
