import type { Annotation, FormerNote } from './annotation.ts';
import { COLOURS } from './colour.ts';
import { MOTIVATIONS } from './kind.ts';
import type { Selector } from './selector.ts';
import type { FormerTarget, Target } from './target.ts';

/** For what has lost its date: before all others. */
const NEVER = '1970-01-01T00:00:00.000Z';

/**
 * A stored row as an annotation that can be shown. A sound one is answered as it is; of one that is
 * not, what can be shown is kept: without a note that is no text, a selector that is none. This is
 * far cheaper than the schema, since every row that is read passes here.
 *
 * @returns undefined for a row that does not even say which it is, and of what post.
 */
export function toShown(row: unknown): Annotation | undefined {
  if (!isRecord(row) || typeof row.id !== 'string' || !isRecord(row.target)) return undefined;
  if (typeof row.target.source !== 'string') return undefined;
  return isSound(row) ? (row as unknown as Annotation) : mend(row, row.target);
}

type Fields = Record<string, unknown>;

function isSound(row: Fields): boolean {
  const {
    target,
    history,
    formerNotes,
    body,
    tags,
    action,
    motivation,
    created,
    modified,
    deleted,
  } = row;
  return (
    MOTIVATIONS.some((one) => one === motivation) &&
    isTarget(target) &&
    isInstant(created) &&
    isInstant(modified) &&
    (deleted === undefined || isInstant(deleted)) &&
    (body === undefined || isBody(body)) &&
    (tags === undefined || isListOfText(tags)) &&
    (history === undefined || isHistory(history)) &&
    (formerNotes === undefined || isFormerNotes(formerNotes)) &&
    (motivation === 'acting') === (action !== undefined) &&
    (action === undefined || isAction(action))
  );
}

function mend(row: Fields, target: Fields): Annotation {
  const { motivation, body, tags, action, history, formerNotes, created, modified, deleted } = row;
  const isAct = motivation === 'acting';
  const other = isBody(body) ? 'commenting' : 'highlighting';
  const known = MOTIVATIONS.find((one) => one === motivation) ?? other;
  return {
    id: row.id as string,
    motivation: known,
    target: mendTarget(target),
    ...(isHistory(history) && { history }),
    ...(isFormerNotes(formerNotes) && { formerNotes }),
    ...(isBody(body) && { body }),
    ...(isListOfText(tags) && { tags }),
    ...(isAct && { action: isAction(action) ? action : {} }),
    created: isInstant(created) ? created : NEVER,
    modified: isInstant(modified) ? modified : NEVER,
    // What was deleted stays so, though nobody knows when it was.
    ...(deleted !== undefined && { deleted: isInstant(deleted) ? deleted : NEVER }),
  };
}

function mendTarget({ source, selector, passage, styleClass, paragraph }: Fields): Target {
  const selectors = Array.isArray(selector) ? selector.filter(isSelector) : [];
  return {
    source: source as string,
    selector: selectors,
    passage: typeof passage === 'string' ? passage : '',
    ...(isColour(styleClass) && styleClass !== undefined && { styleClass }),
    ...(typeof paragraph === 'string' && { paragraph }),
  };
}

function isTarget(value: unknown): value is Target {
  if (!isRecord(value)) return false;
  const { source, selector, passage, styleClass, paragraph } = value;
  return (
    typeof source === 'string' &&
    Array.isArray(selector) &&
    selector.every(isSelector) &&
    typeof passage === 'string' &&
    isColour(styleClass) &&
    (paragraph === undefined || typeof paragraph === 'string')
  );
}

function isSelector(value: unknown): value is Selector {
  if (!isRecord(value)) return false;
  const { type } = value;
  if (type === 'TextQuoteSelector') {
    return isListOfText([value.exact, value.prefix, value.suffix]) && value.exact !== '';
  }
  if (type === 'TextPositionSelector') return isCount(value.start) && isCount(value.end);
  return type === 'FoldedTextSelector' && isCount(value.folding) && isCount(value.occurrences);
}

function isHistory(value: unknown): value is FormerTarget[] {
  return (
    Array.isArray(value) &&
    value.every((former) => isRecord(former) && isTarget(former.target) && isInstant(former.until))
  );
}

function isFormerNotes(value: unknown): value is FormerNote[] {
  return (
    Array.isArray(value) &&
    value.every((former) => isRecord(former) && isText(former.note) && isInstant(former.until))
  );
}

function isBody(value: unknown): value is NonNullable<Annotation['body']> {
  return isRecord(value) && typeof value.value === 'string';
}

function isAction(value: unknown): value is NonNullable<Annotation['action']> {
  return isRecord(value) && [value.done, value.due].every((at) => at === undefined || isText(at));
}

function isColour(value: unknown): value is Target['styleClass'] {
  return value === undefined || COLOURS.some((colour) => colour === value);
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

const isCount = (value: unknown) => typeof value === 'number' && value >= 0;

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
