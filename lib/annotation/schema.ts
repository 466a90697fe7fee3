import * as v from 'valibot';
import { type Action, isDay } from './action.ts';
import {
  type Annotation,
  type FormerNote,
  LONGEST_HISTORY,
  MOST_FORMER_NOTES,
} from './annotation.ts';
import { COLOURS, type Colour } from './colour.ts';
import { KINDS, type Kind, MOTIVATIONS } from './kind.ts';
import type { Selector } from './selector.ts';
import { LONGEST_TAG, MOST_TAGS, toTags } from './tags.ts';
import type { FormerTarget, Target } from './target.ts';

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

const selector: v.GenericSchema<unknown, Selector> = v.variant('type', [
  v.strictObject({
    type: v.literal('TextQuoteSelector'),
    exact: v.pipe(v.string(), v.minLength(1)),
    prefix: v.string(),
    suffix: v.string(),
  }),
  v.pipe(
    v.strictObject({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
    v.check(({ start, end }) => start < end, 'The position is empty'),
  ),
  v.strictObject({
    type: v.literal('FoldedTextSelector'),
    folding: offset,
    occurrences: v.pipe(offset, v.minValue(1)),
  }),
]);

/** Instants are compared as text, so only one way of writing them will do. */
const instant = v.pipe(v.string(), v.check(isInstant, 'This is not an instant in UTC'));

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** A colour there is. */
export const colourSchema: v.GenericSchema<unknown, Colour> = v.picklist(COLOURS);

/** A paragraph is a page at most; one that is a megabyte was not written by anyone. UTF-16 units. */
export const LONGEST_PARAGRAPH = 100_000;

/** A kind there is. */
export const kindSchema: v.GenericSchema<unknown, Kind> = v.picklist(KINDS);

/** Tags as they are kept: see `toTags`. */
export const tagsSchema: v.GenericSchema<unknown, string[]> = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TAG))),
  v.minLength(1),
  v.maxLength(MOST_TAGS),
  v.check((tags) => JSON.stringify(toTags(tags)) === JSON.stringify(tags), 'These are not tags'),
);

/** What is to be done. */
export const actionSchema: v.GenericSchema<unknown, Action> = v.strictObject({
  done: v.exactOptional(instant),
  due: v.exactOptional(v.pipe(v.string(), v.check(isDay, 'This is not a day'))),
});

/** What an annotation is about. */
export const targetSchema: v.GenericSchema<unknown, Target> = v.pipe(
  v.strictObject({
    source: v.pipe(v.string(), v.url()),
    selector: v.array(selector),
    styleClass: v.exactOptional(colourSchema),
    passage: v.string(),
    paragraph: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_PARAGRAPH))),
  }),
  v.check(
    ({ selector, passage }) => (selector.length === 0) === (passage === ''),
    'A passage has selectors, and a whole post has neither',
  ),
);

const history: v.GenericSchema<unknown, FormerTarget[]> = v.pipe(
  v.array(v.strictObject({ target: targetSchema, until: instant })),
  v.minLength(1),
  v.maxLength(LONGEST_HISTORY),
  v.check(
    (former) => former.every(({ until }, index) => (former[index - 1]?.until ?? '') <= until),
    'The history is not in order',
  ),
);

const formerNotes: v.GenericSchema<unknown, FormerNote[]> = v.pipe(
  v.array(v.strictObject({ note: v.pipe(v.string(), v.minLength(1)), until: instant })),
  v.minLength(1),
  v.maxLength(MOST_FORMER_NOTES),
);

/** The shape every annotation has, wherever it comes from. */
export const annotationSchema: v.GenericSchema<unknown, Annotation> = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.uuid()),
    motivation: v.picklist(MOTIVATIONS),
    target: targetSchema,
    history: v.exactOptional(history),
    body: v.exactOptional(
      v.strictObject({
        type: v.literal('TextualBody'),
        format: v.literal('text/markdown'),
        value: v.string(),
      }),
    ),
    formerNotes: v.exactOptional(formerNotes),
    tags: v.exactOptional(tagsSchema),
    action: v.exactOptional(actionSchema),
    created: instant,
    modified: instant,
    deleted: v.exactOptional(instant),
  }),
  v.check(
    ({ motivation, action }) => (motivation === 'acting') === (action !== undefined),
    'An action, and nothing else, says whether it is done',
  ),
);

/**
 * Read an annotation from outside: a message, a file, an old database row.
 *
 * @throws ValiError naming the first field that does not fit.
 */
export function parseAnnotation(value: unknown): Annotation {
  return v.parse(annotationSchema, value);
}
