import * as v from 'valibot';
import type { Annotation } from './annotation.ts';
import type { Selector } from './selector.ts';

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
]);

/** Instants are compared as text, so only one way of writing them will do. */
const instant = v.pipe(v.string(), v.check(isInstant, 'This is not an instant in UTC'));

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

/** The shape every annotation has, wherever it comes from. */
export const annotationSchema: v.GenericSchema<unknown, Annotation> = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  motivation: v.picklist(['highlighting', 'commenting']),
  target: v.strictObject({
    source: v.pipe(v.string(), v.url()),
    selector: v.pipe(v.array(selector), v.minLength(1)),
    passage: v.pipe(v.string(), v.minLength(1)),
  }),
  body: v.exactOptional(
    v.strictObject({
      type: v.literal('TextualBody'),
      format: v.literal('text/markdown'),
      value: v.string(),
    }),
  ),
  created: instant,
  modified: instant,
  deleted: v.exactOptional(instant),
});

/**
 * Read an annotation from outside: a message, a file, an old database row.
 *
 * @throws ValiError naming the first field that does not fit.
 */
export function parseAnnotation(value: unknown): Annotation {
  return v.parse(annotationSchema, value);
}
