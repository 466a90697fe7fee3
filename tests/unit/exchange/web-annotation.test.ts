import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { findSelector } from '../../../lib/annotation/selector.ts';
import { parseWebAnnotations } from '../../../lib/exchange/read-web-annotation.ts';
import { toWebAnnotations } from '../../../lib/exchange/web-annotation.ts';
import { anyAnnotation } from './any-library.ts';
import { collection } from './web-annotation-schema.ts';

const ID = 'urn:uuid:019a0000-0000-7000-8000-000000000000';
const context = {
  fold: (text: string) => text,
  permalinkOf: () => undefined,
  now: new Date('2026-11-23T00:00:00Z'),
};

const ajv = new Ajv({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv) => void)(ajv);
const validate = ajv.compile(collection);
const some = fc.uniqueArray(anyAnnotation, { selector: ({ id }) => id, maxLength: 5 });

test('whatever there is, what is written keeps the musts of the standard', () => {
  fc.assert(
    fc.property(some, (annotations) => {
      const written = JSON.parse(toWebAnnotations(annotations, ID));
      validate(written);
      expect(validate.errors ?? []).toEqual([]);
      expect(written.total).toBe(annotations.filter(({ deleted }) => !deleted).length);
    }),
  );
});

test('what Waymark wrote it reads again: passage, note, tags, kind, colour, times and id', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (annotations) => {
      const present = annotations.filter(({ deleted }) => deleted === undefined).filter(saysMore);
      const read = await parseWebAnnotations(toWebAnnotations(present, ID), context);
      expect(read.refused).toEqual([]);
      expect(read.annotations.map(essence)).toEqual(present.map(essence));
    }),
  );
});

test('an annotation of another program is taken by its quote', async () => {
  const foreign = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://annotations.example/1',
    type: 'Annotation',
    body: { type: 'TextualBody', value: 'Is that so?' },
    target: {
      source: 'http://whilefalse.blogspot.com/2015/01/a-post.html',
      selector: [
        { type: 'XPathSelector', value: '/html/body/p[1]' },
        { type: 'TextPositionSelector', start: 400, end: 410 },
        { type: 'TextQuoteSelector', exact: 'of course', prefix: 'It is ', suffix: '.' },
      ],
    },
  };
  const { annotations, refused } = await parseWebAnnotations(JSON.stringify(foreign), context);
  expect(refused).toEqual([]);
  expect(annotations).toMatchObject([
    {
      motivation: 'commenting',
      target: {
        source: 'https://www.elidedbranches.com/2015/01/a-post.html',
        selector: [
          { type: 'TextQuoteSelector', exact: 'of course', prefix: 'It is ', suffix: '.' },
        ],
      },
      body: { value: 'Is that so?' },
    },
  ]);
});

test('one that cannot be read does not take the others with it', async () => {
  const good = JSON.parse(toWebAnnotations([], ID));
  const page = { ...good, first: { type: 'AnnotationPage', items: [{ type: 'Annotation' }, 7] } };
  const read = await parseWebAnnotations(JSON.stringify(page), context);
  expect(read.refused).toEqual([
    { where: '1', why: 'malformed' },
    { where: '2', why: 'malformed' },
  ]);
});

/** A note on a whole post that says nothing, and a passage of white space, are nothing to take away. */
function saysMore({ target, body }: Annotation): boolean {
  if (target.selector.length === 0) return body !== undefined;
  return findSelector(target.selector, 'TextQuoteSelector')?.exact.trim() !== '';
}

function essence({ id, motivation, target, body, tags, action, created, modified }: Annotation) {
  return {
    id,
    motivation,
    source: target.source,
    passage: target.passage,
    exact: findSelector(target.selector, 'TextQuoteSelector')?.exact,
    start: findSelector(target.selector, 'TextPositionSelector')?.start,
    // A whole post is not marked in any colour.
    styleClass: target.passage === '' ? undefined : target.styleClass,
    note: body?.value,
    tags,
    action,
    created,
    modified,
  };
}
