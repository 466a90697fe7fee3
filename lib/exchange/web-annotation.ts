import { type Annotation, isPresent, noteOf, tagsOf } from '../annotation/annotation.ts';
import { isWholePost } from '../annotation/target.ts';

/** The context every annotation of the standard names. */
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Ours, for what the standard has no word for; to a program that does not know it, it is a name. */
export const ACTING = 'urn:waymark:acting';

/**
 * Annotations as a collection of the W3C Web Annotation Data Model, in JSON-LD: an
 * `AnnotationCollection` with one `AnnotationPage` that holds all of them. Deleted ones are left
 * out: to the standard an annotation is there or not.
 *
 * A passage is a `SpecificResource` with the standard's quote and position selectors; positions
 * count code points of the post's folded text, and the selector of our own that says so is left
 * out. Notes and tags are `TextualBody`s. An action is a comment, too, to those who do not know
 * what `urn:waymark:acting` is.
 *
 * @param id The IRI of the collection.
 * @see https://www.w3.org/TR/annotation-model/
 */
export function toWebAnnotations(annotations: readonly Annotation[], id: string): string {
  return Array.from(writeWebAnnotations(annotations, id)).join('');
}

/** The same in parts, an annotation each, so that a long one can be written in slices. */
export function* writeWebAnnotations(
  annotations: readonly Annotation[],
  id: string,
): Generator<string, void, undefined> {
  const present = annotations.filter(isPresent);
  const collection = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: 'Waymark',
    total: present.length,
  };
  const head = JSON.stringify(collection, undefined, 2).slice(0, -2);
  if (present.length === 0) {
    yield `${head}\n}\n`;
    return;
  }
  const page = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
  const inner = JSON.stringify(page, undefined, 2).slice(0, -2).replaceAll('\n', '\n  ');
  yield `${head},\n  "first": ${inner},\n    "items": [`;
  for (const [i, annotation] of present.entries()) {
    const item = JSON.stringify(toItem(annotation), undefined, 2).replaceAll('\n', '\n      ');
    yield `${i === 0 ? '' : ','}\n      ${item}`;
  }
  yield `\n    ]\n  },\n  "last": ${JSON.stringify(page.id)}\n}\n`;
}

/** One annotation, whole in itself. */
export function toItem(annotation: Annotation) {
  const { id, motivation, created, modified, action } = annotation;
  const note = noteOf(annotation);
  const bodies = [
    ...(note === ''
      ? []
      : [
          {
            type: 'TextualBody',
            purpose: purposeOf(annotation),
            format: 'text/markdown',
            value: note,
          },
        ]),
    ...tagsOf(annotation).map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ];
  return {
    '@context': CONTEXT,
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: motivation === 'acting' ? ['commenting', ACTING] : motivation,
    created,
    modified,
    ...(bodies.length > 0 && { body: bodies }),
    target: toTarget(annotation),
    ...(action?.done && { 'urn:waymark:done': action.done }),
    ...(action?.due && { 'urn:waymark:due': action.due }),
  };
}

function purposeOf({ motivation }: Annotation): string {
  return motivation === 'questioning' ? 'questioning' : 'commenting';
}

function toTarget({ target }: Annotation) {
  if (isWholePost(target)) return target.source;
  const { source, selector, styleClass, passage } = target;
  return {
    type: 'SpecificResource',
    source,
    selector: selector.filter(({ type }) => type !== 'FoldedTextSelector'),
    ...(styleClass && { styleClass }),
    'urn:waymark:passage': passage,
  };
}
