import * as v from 'valibot';
import { type Annotation, createAnnotation } from '../annotation/annotation.ts';
import { withAction, withKind, withNote, withTags } from '../annotation/changes.ts';
import type { Kind } from '../annotation/kind.ts';
import { parseAnnotation } from '../annotation/schema.ts';
import { type ForeignContext, type Refusal, type Refused, toDate } from './foreign-note.ts';
import { ImportError } from './import-error.ts';
import { namedUuid } from './named-uuid.ts';
import { readJson } from './read-json.ts';
import { MOST_NOTES } from './read-list.ts';
import { ACTING } from './web-annotation.ts';
import { oneOrMore, toWaymarkTarget, webTarget } from './web-target.ts';

const body = v.looseObject({
  type: v.optional(v.string()),
  value: v.optional(v.string(), ''),
  purpose: v.optional(v.string(), ''),
});

const item = v.looseObject({
  id: v.string(),
  type: oneOrMore(v.string()),
  motivation: v.optional(oneOrMore(v.string()), []),
  body: v.optional(oneOrMore(v.union([body, v.string()])), []),
  target: oneOrMore(webTarget),
  created: v.optional(v.string()),
  modified: v.optional(v.string()),
  'urn:waymark:done': v.optional(v.string()),
  'urn:waymark:due': v.optional(v.string()),
});

/** The annotations in a collection, a page, a list, or alone; undefined when it is none of these. */
export function webAnnotationsIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value))
    return value.every((one) => typeIn(one) === 'Annotation') ? value : undefined;
  const fields = value as Record<string, unknown>;
  switch (typeIn(value)) {
    case 'Annotation':
      return [value];
    case 'AnnotationPage':
      return Array.isArray(fields.items) ? fields.items : undefined;
    case 'AnnotationCollection':
      return fields.first === undefined ? [] : webAnnotationsIn(fields.first);
    default:
      return undefined;
  }
}

function typeIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  return Array.isArray(value.type) ? value.type.find((type) => type === 'Annotation') : value.type;
}

/**
 * Read annotations of the standard, whoever wrote them: of their selectors the quote is taken,
 * positions only of our own, whose text is known to be counted alike.
 *
 * @throws ImportError when there are none, or too many.
 */
export async function parseWebAnnotations(
  text: string,
  context: ForeignContext,
): Promise<{ annotations: Annotation[]; refused: Refused[] }> {
  const items = webAnnotationsIn(readJson(text));
  if (!items) throw new ImportError('unknown-format');
  if (items.length > MOST_NOTES) throw new ImportError('too-many', String(items.length));
  const annotations: Annotation[] = [];
  const refused: Refused[] = [];
  for (const [i, one] of items.entries()) {
    const parsed = v.safeParse(item, one);
    const made = parsed.success ? await toAnnotation(parsed.output, context) : 'malformed';
    if (typeof made === 'string') refused.push({ where: String(i + 1), why: made });
    else annotations.push(made);
  }
  return { annotations, refused };
}

type Item = v.InferOutput<typeof item>;

async function toAnnotation(
  entry: Item,
  { fold, now }: ForeignContext,
): Promise<Annotation | Refusal> {
  const [first] = entry.target;
  const target = first === undefined ? undefined : toWaymarkTarget(first, fold);
  if (!target) return 'not-on-the-blog';
  const bodies = entry.body.map((one) =>
    typeof one === 'string' ? { value: one, purpose: '' } : one,
  );
  const tags = bodies.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value);
  const notes = bodies.filter(({ purpose }) => purpose !== 'tagging').map(({ value }) => value);
  const created = toDate(entry.created) ?? now;
  const own = /^urn:uuid:([\da-f-]{36})$/i.exec(entry.id)?.[1];
  const note = notes.filter(Boolean).join('\n\n');
  if (target.selector.length === 0 && note === '') return 'nothing-in-it';
  const made = withTags(withNote(createAnnotation(target, created), note, created), tags, created);
  const kinded = withKind(made, kindIn(entry.motivation), created);
  const { 'urn:waymark:done': done, 'urn:waymark:due': due } = entry;
  const annotation = {
    ...withAction(kinded, { ...(done && { done }), ...(due && { due }) }, created),
    id: own ?? (await namedUuid(entry.id)),
    created: created.toISOString(),
    modified: (toDate(entry.modified) ?? created).toISOString(),
  };
  try {
    return parseAnnotation(annotation);
  } catch {
    return 'malformed';
  }
}

function kindIn(motivations: readonly string[]): Kind {
  if (motivations.includes(ACTING)) return 'action';
  return motivations.includes('questioning') ? 'question' : 'comment';
}
