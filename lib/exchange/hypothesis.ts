import * as v from 'valibot';
import { type ForeignNote, type Refused, toDate } from './foreign-note.ts';
import { ImportError } from './import-error.ts';
import { readJson } from './read-json.ts';
import { type ForeignFile, readList } from './read-list.ts';

const selector = v.looseObject({
  type: v.string(),
  exact: v.optional(v.string()),
  prefix: v.optional(v.string()),
  suffix: v.optional(v.string()),
});

/** An annotation as Hypothesis's client exports it, as far as it is of use here. */
const annotation = v.object({
  uri: v.string(),
  text: v.optional(v.string(), ''),
  tags: v.optional(v.array(v.string()), []),
  created: v.optional(v.string()),
  updated: v.optional(v.string()),
  references: v.optional(v.array(v.string()), []),
  target: v.optional(v.array(v.object({ selector: v.optional(v.array(selector), []) })), []),
});

/** Whether a value is what Hypothesis's client writes when annotations are exported as JSON. */
export function isHypothesis(value: unknown): value is { annotations: unknown[] } {
  const parsed = v.safeParse(
    v.object({
      export_date: v.string(),
      client_version: v.string(),
      annotations: v.array(v.any()),
    }),
    value,
  );
  return parsed.success;
}

/**
 * Read an export of Hypothesis. Of its selectors the quote is taken: positions count characters of
 * the whole page there. Replies are told and left out; what they reply to is another's.
 *
 * @throws ImportError when it is none.
 */
export function parseHypothesis(text: string): ForeignFile {
  const value = readJson(text);
  if (!isHypothesis(value)) throw new ImportError('unknown-format');
  return readList(value.annotations, annotation, (entry, where): (ForeignNote | Refused)[] => {
    if (entry.references.length > 0) return [{ where, why: 'a-reply' }];
    const quote = entry.target
      .flatMap((target) => target.selector)
      .find(({ type }) => type === 'TextQuoteSelector');
    const created = toDate(entry.created);
    const modified = toDate(entry.updated);
    return [
      {
        where,
        url: entry.uri,
        note: entry.text,
        tags: entry.tags,
        ...(quote?.exact && { quote: quote.exact, prefix: quote.prefix, suffix: quote.suffix }),
        ...(created && { created }),
        ...(modified && { modified }),
      } as ForeignNote,
    ];
  });
}
