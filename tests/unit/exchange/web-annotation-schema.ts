/*
 * The musts of the W3C Web Annotation Data Model for what Waymark writes, as JSON Schema, each with
 * the section of the recommendation it is from (https://www.w3.org/TR/annotation-model/).
 */

const iri = { type: 'string', format: 'uri' };
const dateTime = { type: 'string', format: 'date-time', pattern: 'Z$' };
const listOrOne = (item: object) => ({
  anyOf: [item, { type: 'array', items: item, minItems: 1 }],
});

/** 3.2.4: a textual body has its text in `value`; 3.3.5: a purpose is one, by name or IRI. */
const body = {
  type: 'object',
  required: ['type', 'value'],
  properties: {
    type: { const: 'TextualBody' },
    value: { type: 'string', minLength: 1 },
    format: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+$' },
    purpose: { type: 'string' },
  },
};

/** 4.2.4 and 4.2.5. */
const selector = {
  oneOf: [
    {
      type: 'object',
      required: ['type', 'exact'],
      properties: {
        type: { const: 'TextQuoteSelector' },
        exact: { type: 'string' },
        prefix: { type: 'string' },
        suffix: { type: 'string' },
      },
    },
    {
      type: 'object',
      required: ['type', 'start', 'end'],
      properties: {
        type: { const: 'TextPositionSelector' },
        start: { type: 'integer', minimum: 0 },
        end: { type: 'integer', minimum: 0 },
      },
    },
  ],
};

/** 3.2.1 and 4: an external resource is its IRI; a specific one has exactly one source. */
const target = {
  anyOf: [
    iri,
    {
      type: 'object',
      required: ['source'],
      properties: {
        type: { const: 'SpecificResource' },
        source: iri,
        selector: listOrOne(selector),
        styleClass: { type: 'string' },
      },
    },
  ],
};

/** 3.1: context, one id, the class, at least one target; 3.3.1: instants in UTC, one each. */
export const annotation = {
  type: 'object',
  required: ['@context', 'id', 'type', 'target'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'Annotation' },
    created: dateTime,
    modified: dateTime,
    motivation: listOrOne({
      anyOf: [{ enum: ['highlighting', 'commenting', 'questioning', 'tagging'] }, iri],
    }),
    body: listOrOne(body),
    target: listOrOne(target),
  },
};

/** 5.1 and 5.2: a collection has its context, id, class, total and first page; pages have items. */
export const collection = {
  type: 'object',
  required: ['@context', 'id', 'type', 'total'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'AnnotationCollection' },
    total: { type: 'integer', minimum: 0 },
    first: {
      type: 'object',
      required: ['id', 'type', 'items'],
      properties: {
        id: iri,
        type: { const: 'AnnotationPage' },
        partOf: iri,
        startIndex: { type: 'integer', minimum: 0 },
        items: { type: 'array', minItems: 1, items: annotation },
      },
    },
    last: iri,
  },
};
