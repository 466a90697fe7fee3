import { describe, expect, test } from 'vitest';
import { createAnnotation } from '../../../lib/annotation/annotation.ts';
import { withNote } from '../../../lib/annotation/changes.ts';
import {
  acting,
  annotation,
  annotationId,
  attachedTarget,
  colouring,
  height,
  kinding,
  parserOf,
  permalink,
  permalinks,
  posts,
  states,
  writtenNote,
} from '../../../lib/messaging/schema.ts';

const PERMALINK = 'https://www.elidedbranches.com/2015/03/one.html';
const ID = '0197a000-0000-7000-8000-000000000001';
const POST = {
  permalink: PERMALINK,
  title: 'One',
  labels: ['management'],
  published: '2015-03-01T10:00:00.000Z',
  text: 'All of it.',
  excerpt: false,
};

const parsePermalink = parserOf(permalink);
const parsePosts = parserOf(posts);
const parseAnnotation = parserOf(annotation);
const parseWritten = parserOf(writtenNote);
const WRITING = {
  note: 'A thought.',
  kind: 'action',
  tags: ['team'],
  action: { due: '2026-05-04' },
};

describe('a permalink', () => {
  test('is the one address that stands for a post', () => {
    expect(parsePermalink(PERMALINK)).toBe(PERMALINK);
  });

  test.each([
    undefined,
    null,
    7,
    [],
    [PERMALINK],
    { toString: () => PERMALINK },
    '',
    'one',
    'https://www.elidedbranches.com/',
    'https://www.elidedbranches.com/2015/03/',
    'https://www.elidedbranches.com/p/about.html',
    'http://www.elidedbranches.com/2015/03/one.html',
    'https://elidedbranches.com/2015/03/one.html',
    'https://whilefalse.blogspot.com/2015/03/one.html',
    `${PERMALINK}?m=1`,
    `${PERMALINK}#c1`,
    ` ${PERMALINK}`,
    'https://www.elidedbranches.com.evil.example/2015/03/one.html',
    'https://user@www.elidedbranches.com/2015/03/one.html',
    'javascript:alert(1)//www.elidedbranches.com/2015/03/one.html',
  ])('is not %j', (value) => {
    expect(() => parsePermalink(value)).toThrow('This is not the permalink of a post');
  });

  test('may be one of a thousand, and not of more', () => {
    const parse = parserOf(permalinks);
    expect(parse(Array(1000).fill(PERMALINK))).toHaveLength(1000);
    expect(parse([])).toEqual([]);
    expect(() => parse(Array(1001).fill(PERMALINK))).toThrow();
    expect(() => parse([PERMALINK, 'https://www.elidedbranches.com/'])).toThrow();
    expect(() => parse({ length: 1, 0: PERMALINK })).toThrow();
  });
});

describe('an id', () => {
  test('is a UUID', () => {
    expect(parserOf(annotationId)(ID)).toBe(ID);
  });

  test.each([undefined, null, 7, '', '1', `${ID}0`, `${ID}\n`, ` ${ID}`, [ID], { id: ID }])(
    'is not %j',
    (value) => {
      expect(() => parserOf(annotationId)(value)).toThrow();
    },
  );
});

describe('posts', () => {
  test('are taken as they are', () => {
    const { published: _, ...undated } = POST;
    expect(parsePosts([POST, undated])).toEqual([POST, undated]);
  });

  test.each([
    ['of another address', { permalink: 'https://evil.example/2015/03/one.html' }],
    ['without an address', { permalink: undefined }],
    ['whose title is no text', { title: { toString: 'x' } }],
    ['whose title is a book', { title: 'x'.repeat(1001) }],
    ['whose labels are no list', { labels: 'management' }],
    ['whose labels are no texts', { labels: [7] }],
    ['of too many labels', { labels: Array(101).fill('x') }],
    ['whose date is nothing', { published: null }],
    ['without a text', { text: undefined }],
    ['whose text is longer than any post', { text: 'x'.repeat(1_000_001) }],
    ['that may be excerpts', { excerpt: 'yes' }],
    ['with something more', { script: 'alert(1)' }],
  ])('%s are refused', (_, wrong) => {
    expect(() => parsePosts([{ ...POST, ...wrong }])).toThrow();
  });

  test('are refused when there are more than any page shows', () => {
    expect(parsePosts(Array(1000).fill(POST))).toHaveLength(1000);
    expect(() => parsePosts(Array(1001).fill(POST))).toThrow();
    expect(() => parsePosts(Array(1_000_000).fill(null))).toThrow();
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    'with a %j of their own are refused',
    (name) => {
      const hostile = JSON.parse(`{"${name}":{"excerpt":true},${JSON.stringify(POST).slice(1)}`);
      expect(() => parsePosts([hostile])).toThrow(`received "${name}"`);
    },
  );
});

describe('an annotation', () => {
  const made = createAnnotation({
    source: PERMALINK,
    selector: [{ type: 'TextQuoteSelector', exact: 'words', prefix: '', suffix: '' }],
    passage: 'words',
  });

  test('is taken as it was made, with its note and without', () => {
    expect(parseAnnotation(made)).toEqual(made);
    const noted = withNote(made, 'A thought.');
    expect(parseAnnotation(JSON.parse(JSON.stringify(noted)))).toEqual(noted);
  });

  test.each([
    'https://www.elidedbranches.com/',
    `${PERMALINK}?m=1`,
    'https://evil.example/2015/03/one.html',
    'javascript:alert(1)',
    'one',
  ])('of %j is refused: it is no post', (source) => {
    const target = { ...made.target, source };
    expect(() => parseAnnotation({ ...made, target })).toThrow();
  });
});

describe('a place to attach an annotation to', () => {
  const target = {
    source: PERMALINK,
    selector: [{ type: 'TextPositionSelector', start: 7, end: 9 }],
    passage: 'words',
  };
  const parse = parserOf(attachedTarget);

  test('is a target in a post', () => {
    expect(parse({ id: ID, target })).toEqual({ id: ID, target });
  });

  test.each([
    { id: 'one', target },
    { id: ID },
    { id: ID, target: { ...target, source: 'https://evil.example/2015/03/one.html' } },
    { id: ID, target: { ...target, source: `${PERMALINK}?m=1` } },
    { id: ID, target: { ...target, selector: [] } },
    { id: ID, target: { ...target, history: [] } },
    { id: ID, target, sender: 'me' },
  ])('is not %j', (value) => {
    expect(() => parse(value)).toThrow();
  });
});

test('a colour is one of the five', () => {
  const parse = parserOf(colouring);
  expect(parse({ id: ID, colour: 'pink' })).toEqual({ id: ID, colour: 'pink' });
  for (const colour of ['orange', 'Pink', '', null, '#ff0000', ['pink']]) {
    expect(() => parse({ id: ID, colour })).toThrow();
  }
});

test('a kind is one of the four', () => {
  const parse = parserOf(kinding);
  expect(parse({ id: ID, kind: 'question' })).toEqual({ id: ID, kind: 'question' });
  for (const kind of ['questioning', 'Question', '', null, ['question']]) {
    expect(() => parse({ id: ID, kind })).toThrow();
  }
});

test('an action is done at an instant and due on a day', () => {
  const parse = parserOf(acting);
  const action = { done: '2026-05-04T10:00:00.000Z', due: '2026-05-04' };
  expect(parse({ id: ID, action })).toEqual({ id: ID, action });
  expect(parse({ id: ID, action: {} })).toEqual({ id: ID, action: {} });
  for (const wrong of [{ done: true }, { due: 'Monday' }, { due: '2026-02-30' }, { by: 'me' }, 7]) {
    expect(() => parse({ id: ID, action: wrong })).toThrow();
  }
});

test('a frame is some pixels high', () => {
  const parse = parserOf(height);
  expect(parse(320)).toBe(320);
  for (const wrong of [0, -1, 1.5, 1e9, Number.NaN, '320', null]) {
    expect(() => parse(wrong)).toThrow();
  }
});

describe('what is written', () => {
  const beginning = { base: WRITING, forms: [ID] };

  test('is a note, which may be empty or an essay, with its kind, tags and action', () => {
    for (const note of ['', 'A thought.', 'x'.repeat(100_000)]) {
      const written = { id: ID, writing: { ...WRITING, note }, beginning };
      expect(parseWritten(written)).toEqual(written);
    }
  });

  test.each([
    { id: ID, beginning },
    { id: ID, writing: WRITING },
    { id: ID, writing: WRITING, beginning: { ...beginning, forms: ['mine'] } },
    { id: ID, writing: WRITING, beginning: { ...beginning, forms: [ID, ID, ID] } },
    { id: ID, writing: WRITING, beginning: { forms: [ID] } },
    { writing: WRITING, beginning },
    { id: 'one', writing: WRITING, beginning },
    { id: ID, writing: WRITING, beginning, sender: 'me' },
    { id: ID, beginning, writing: { ...WRITING, note: 7 } },
    { id: ID, beginning, writing: { ...WRITING, kind: 'essay' } },
    { id: ID, beginning, writing: { ...WRITING, tags: 'team' } },
    { id: ID, beginning, writing: { ...WRITING, tags: ['x'.repeat(101)] } },
    { id: ID, beginning, writing: { ...WRITING, tags: Array.from({ length: 101 }, String) } },
    { id: ID, beginning, writing: { ...WRITING, action: { due: 'Monday' } } },
    { id: ID, beginning, writing: { ...WRITING, colour: 'pink' } },
    [ID, WRITING],
    ID,
    null,
  ])('is not %j', (value) => {
    expect(() => parseWritten(value)).toThrow();
  });

  test('that no one could have written is refused', () => {
    const writing = { ...WRITING, note: 'x'.repeat(2_000_001) };
    expect(() => parseWritten({ id: ID, writing, beginning })).toThrow();
  });
});

describe('what became of passages', () => {
  const parseStates = parserOf(states);

  test('is kept by annotation, and only how sure it is', () => {
    const told = { [ID]: { state: 'orphan', score: 0.2, candidates: [] } };
    expect(parseStates(told)).toEqual({ [ID]: { state: 'orphan' } });
    expect(parseStates({})).toEqual({});
  });

  test.each([
    [undefined],
    ['orphan'],
    [{ [ID]: 'orphan' }],
    [{ [ID]: { state: 'gone' } }],
    [{ [ID]: {} }],
    [{ x: { state: 'exact' } }],
  ])('is not %j', (value: unknown) => {
    expect(() => parseStates(value)).toThrow();
  });
});
