import * as v from 'valibot';
import { COLOURS, inColour } from '../annotation/colour.ts';
import type { Selector } from '../annotation/selector.ts';
import { type Target, targetOfPost } from '../annotation/target.ts';
import { toAnyPermalink } from '../blog/site-permalink.ts';

/** The standard lets most values stand alone or in a list. */
export const oneOrMore = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.union([v.array(item), item]),
    v.transform((value): T[] => (Array.isArray(value) ? value : [value])),
  );

const selector = v.looseObject({
  type: v.string(),
  exact: v.optional(v.string()),
  prefix: v.optional(v.string(), ''),
  suffix: v.optional(v.string(), ''),
  start: v.optional(v.number()),
  end: v.optional(v.number()),
});

/** What an annotation of the standard is about: an address, or a part of what is there. */
export const webTarget = v.union([
  v.string(),
  v.looseObject({
    id: v.optional(v.string()),
    source: v.optional(v.string()),
    selector: v.optional(oneOrMore(selector), []),
    styleClass: v.optional(v.string()),
    'urn:waymark:passage': v.optional(v.string()),
  }),
]);

/** The target in Waymark's words; undefined when it is of no post of the blog, and of no page of another site. */
export function toWaymarkTarget(
  target: v.InferOutput<typeof webTarget>,
  fold: (text: string) => string,
): Target | undefined {
  const fields = typeof target === 'string' ? { source: target, selector: [] } : target;
  const source = toAnyPermalink(fields.source ?? ('id' in fields ? fields.id : '') ?? '');
  if (!source) return undefined;
  const quote = fields.selector.find(({ type }) => type === 'TextQuoteSelector');
  const exact = fold(quote?.exact ?? '');
  if (!quote || exact.trim() === '') return targetOfPost(source);
  const passage = 'urn:waymark:passage' in fields ? fields['urn:waymark:passage'] : undefined;
  const selector: Selector[] = [
    { type: 'TextQuoteSelector', exact, prefix: fold(quote.prefix), suffix: fold(quote.suffix) },
    ...(passage ? positionsIn(fields.selector) : []),
  ];
  const made: Target = { source, selector, passage: passage || (quote.exact ?? '').trim() };
  const colour = COLOURS.find((one) => 'styleClass' in fields && one === fields.styleClass);
  return colour ? inColour(made, colour) : made;
}

/** Positions, of which only Waymark's own are known to count as it does. */
function positionsIn(selectors: v.InferOutput<typeof selector>[]): Selector[] {
  return selectors.flatMap(({ type, start, end }): Selector[] =>
    type === 'TextPositionSelector' && start !== undefined && end !== undefined
      ? [{ type, start, end }]
      : [],
  );
}
