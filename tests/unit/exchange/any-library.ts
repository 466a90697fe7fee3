import fc from 'fast-check';
import { type Annotation, createAnnotation } from '../../../lib/annotation/annotation.ts';
import {
  asDeleted,
  withAction,
  withColour,
  withKind,
  withNote,
  withTags,
  withTarget,
} from '../../../lib/annotation/changes.ts';
import { COLOURS } from '../../../lib/annotation/colour.ts';
import { withFormerNote } from '../../../lib/annotation/former-notes.ts';
import { KINDS } from '../../../lib/annotation/kind.ts';
import { type Target, targetOfPost } from '../../../lib/annotation/target.ts';
import type { Permalink } from '../../../lib/blog/permalink.ts';
import type { Library } from '../../../lib/exchange/library.ts';

const SLUGS = ['a-post', 'another', 'third'] as const;

export const anyPermalink: fc.Arbitrary<Permalink> = fc
  .constantFrom(...SLUGS)
  .map((slug) => `https://www.elidedbranches.com/2015/01/${slug}.html` as Permalink);

/** Any text that UTF-8 can write, and that is not nothing. */
const words = fc
  .string({ unit: 'binary', minLength: 1 })
  .map((text) => text.toWellFormed().replaceAll('\0', '\ufffd'));
const time = fc.integer({ min: Date.UTC(2011, 0), max: Date.UTC(2100, 0) }).map((t) => new Date(t));

const anyPassage = (source: string): fc.Arbitrary<Target> =>
  fc
    .record({
      exact: words,
      prefix: fc.string(),
      suffix: fc.string(),
      start: fc.nat(),
      length: fc.integer({ min: 1, max: 99 }),
    })
    .map(
      ({ exact, prefix, suffix, start, length }): Target => ({
        source,
        selector: [
          { type: 'TextQuoteSelector', exact, prefix, suffix },
          { type: 'TextPositionSelector', start, end: start + length },
          { type: 'FoldedTextSelector', folding: 1, occurrences: 1 },
        ],
        passage: exact,
        paragraph: `${prefix}${exact}${suffix}`,
      }),
    );

/** Any annotation a reader could have made, whatever they did to it since. */
export const anyAnnotation: fc.Arbitrary<Annotation> = anyPermalink.chain((source) =>
  fc
    .record({
      target: fc.oneof(
        { weight: 5, arbitrary: anyPassage(source) },
        fc.constant(targetOfPost(source)),
      ),
      moved: fc.option(anyPassage(source), { nil: undefined }),
      kind: fc.constantFrom(...KINDS),
      colour: fc.constantFrom(...COLOURS),
      note: fc.oneof(fc.constant(''), words),
      former: fc.array(words, { maxLength: 2 }),
      tags: fc.array(words, { maxLength: 3 }),
      made: time,
      done: fc.boolean(),
      due: fc.option(fc.constant('2026-12-24'), { nil: undefined }),
      isDeleted: fc.boolean(),
    })
    .map(({ target, moved, kind, colour, note, former, tags, made, done, due, isDeleted }) => {
      let annotation = createAnnotation(target, made, kind);
      annotation = withTags(withNote(withColour(annotation, colour, made), note, made), tags, made);
      if (moved && target.selector.length > 0) annotation = withTarget(annotation, moved, made);
      annotation = withKind(annotation, kind, made);
      for (const text of former) annotation = withFormerNote(annotation, text, made);
      const action = { ...(done && { done: made.toISOString() }), ...(due && { due }) };
      annotation = withAction(annotation, action, made);
      return isDeleted ? asDeleted(annotation, made) : annotation;
    }),
);

export const anyLibrary: fc.Arbitrary<Library> = fc.record({
  annotations: fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, maxLength: 6 }),
  drafts: fc.array(
    fc.record(
      {
        id: fc.uuid(),
        note: words,
        details: fc.record({
          kind: fc.constantFrom(...KINDS),
          tags: fc.constantFrom([], ['a tag', 'another']),
          action: fc.constantFrom({}, { due: '2026-12-24' }),
        }),
        base: fc.constant({
          note: 'Before',
          kind: 'comment' as const,
          tags: ['a tag'],
          action: {},
        }),
        form: fc.uuid(),
      },
      { requiredKeys: ['id', 'note'] },
    ),
    { maxLength: 2 },
  ),
  posts: fc.array(
    fc.record(
      {
        permalink: anyPermalink,
        title: words,
        labels: fc.array(words, { maxLength: 2 }),
        published: fc.constant('2015-01-02T03:04:05Z'),
        text: words,
        excerpt: fc.boolean(),
        links: fc.array(anyPermalink, { maxLength: 2 }),
        entryId: fc.constant('tag:blogger.com,1999:blog-1.post-2'),
        gone: time.map((date) => date.toISOString()),
        movedTo: anyPermalink,
      },
      { requiredKeys: ['permalink', 'title', 'labels', 'text', 'excerpt'] },
    ),
    { maxLength: 2 },
  ) as fc.Arbitrary<Library['posts']>,
  readings: fc.array(
    fc.record(
      {
        permalink: anyPermalink,
        days: fc.array(fc.constantFrom('2026-01-01', '2026-01-02'), { maxLength: 2 }),
        read: time.map((date) => date.toISOString()),
      },
      { requiredKeys: ['permalink', 'days'] },
    ),
    { maxLength: 2 },
  ),
  colourNames: fc.dictionary(fc.constantFrom(...COLOURS), words, { noNullPrototype: true }),
});
