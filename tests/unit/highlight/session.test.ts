// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { parseAnnotation } from '../../../lib/annotation/schema.ts';
import type { Target } from '../../../lib/annotation/target.ts';
import { createHighlightSession, type HighlightSession } from '../../../lib/highlight/session.ts';

const PERMALINK = 'https://www.elidedbranches.com/2015/03/one.html';
const TEXT = {
  first: 'A manager who never writes code again still reads a great deal of it every week.',
  second: 'Delegation is <b>not</b> the same as forgetting what was delegated to whom.',
  third: 'Every one-on-one that is cancelled twice says more than the one that takes place.',
};

let body: HTMLElement;
let session: HighlightSession;

beforeEach(() => {
  document.body.innerHTML = `<h1>Title</h1><div id="body"><p>${TEXT.first}</p><p>${TEXT.second}</p><p>${TEXT.third}</p></div><p id="after">Comments about delegation.</p>`;
  body = document.getElementById('body') as HTMLElement;
  session = createHighlightSession({ permalink: PERMALINK, body });
});

/** The range of some words, which stand in one text node of the document. */
function rangeOfWords(words: string): Range {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const at = text.data.indexOf(words);
    if (at === -1) continue;
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + words.length);
    return range;
  }
  throw new Error(`"${words}" is not on the page`);
}

/** The range from the beginning of some words to the end of others. */
function rangeBetween(first: string, last: string): Range {
  const range = rangeOfWords(first);
  const { endContainer, endOffset } = rangeOfWords(last);
  range.setEnd(endContainer, endOffset);
  return range;
}

function annotate(range: Range): Annotation {
  const annotation = session.annotate(range);
  if (!annotation) throw new Error('Nothing was annotated');
  return annotation;
}

const stateOf = ({ id }: Annotation) => session.locations().get(id)?.state;
const wordsOf = ({ id }: Annotation) => session.rangeOf(id)?.toString();

describe('annotating', () => {
  test('makes an annotation of the post that others can read, and find', async () => {
    const annotation = annotate(rangeOfWords('reads a great deal'));
    expect(parseAnnotation(JSON.parse(JSON.stringify(annotation)))).toEqual(annotation);
    expect(annotation.target.source).toBe(PERMALINK);
    expect(annotation.target.passage).toBe('reads a great deal');
    await session.setAnnotations([annotation]);
    expect(stateOf(annotation)).toBe('exact');
    expect(wordsOf(annotation)).toBe('reads a great deal');
  });

  test('crosses paragraphs and emphasis', async () => {
    const annotation = annotate(rangeBetween('every week', 'the same'));
    expect(annotation.target.passage).toBe('every week.\n\nDelegation is not the same');
    await session.setAnnotations([annotation]);
    expect(wordsOf(annotation)).toBe('every week.Delegation is not the same');
  });

  test('clips what is selected to the post', () => {
    const annotation = annotate(rangeBetween('Title', 'again'));
    expect(annotation.target.passage).toBe('A manager who never writes code again');
    const tail = annotate(rangeBetween('takes place.', 'Comments about'));
    expect(tail.target.passage).toBe('takes place.');
  });

  test('of what is outside the post, or is nothing, makes none', () => {
    expect(session.annotate(rangeOfWords('Comments'))).toBeUndefined();
    expect(session.annotate(rangeOfWords('Title'))).toBeUndefined();
    const collapsed = rangeOfWords('again');
    collapsed.collapse(true);
    expect(session.annotate(collapsed)).toBeUndefined();
  });

  test('changes no node of the page, and neither does finding', async () => {
    const before = document.documentElement.outerHTML;
    const nodes = Array.from(body.querySelectorAll('*'));
    const annotation = annotate(rangeBetween('every week', 'the same'));
    await session.setAnnotations([annotation]);
    session.marks();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(Array.from(body.querySelectorAll('*'))).toEqual(nodes);
  });

  test('covers only what touches the post’s text', () => {
    expect(session.covers(rangeOfWords('again'))).toBe(true);
    expect(session.covers(rangeBetween('Title', 'manager'))).toBe(true);
    expect(session.covers(rangeOfWords('Comments'))).toBe(false);
  });
});

describe('finding', () => {
  test('says of each annotation how it was found, and has ranges of those that were', async () => {
    const kept = annotate(rangeOfWords('reads a great deal'));
    const lost = annotate(rangeOfWords('cancelled twice says more'));
    await session.setAnnotations([kept, lost]);
    body.querySelector('p:last-child')?.remove();
    await session.reread();
    expect([stateOf(kept), stateOf(lost)]).toEqual(['exact', 'orphan']);
    expect(wordsOf(kept)).toBe('reads a great deal');
    expect(session.rangeOf(lost.id)).toBeUndefined();
    expect(session.marks().map(({ range }) => String(range))).toEqual(['reads a great deal']);
  });

  test('follows a passage that has moved, once the post is read again', async () => {
    const annotation = annotate(rangeOfWords('cancelled twice says more'));
    await session.setAnnotations([annotation]);
    body.insertAdjacentHTML('afterbegin', '<p>Added at the top, long after.</p>');
    await session.reread();
    expect(stateOf(annotation)).toBe('moved');
    expect(wordsOf(annotation)).toBe('cancelled twice says more');
  });

  test('finds again what comes back', async () => {
    const annotation = annotate(rangeOfWords('cancelled twice says more'));
    await session.setAnnotations([annotation]);
    const markup = body.innerHTML;
    body.innerHTML = '';
    await session.reread();
    expect(stateOf(annotation)).toBe('orphan');
    expect(session.passage()).toBe('');
    body.innerHTML = markup;
    await session.reread();
    expect(stateOf(annotation)).toBe('exact');
    expect(wordsOf(annotation)).toBe('cancelled twice says more');
  });

  test('knows only the annotations it was given last', async () => {
    const [before, after] = [annotate(rangeOfWords('again')), annotate(rangeOfWords('every week'))];
    await session.setAnnotations([before]);
    await session.setAnnotations([after]);
    expect(Array.from(session.locations().keys())).toEqual([after.id]);
    expect(session.rangeOf(before.id)).toBeUndefined();
    await session.setAnnotations([]);
    expect(session.marks()).toEqual([]);
  });

  test('takes the annotation that a place in the text belongs to, the inner of two', async () => {
    const outer = annotate(rangeBetween('manager who', 'every week'));
    const inner = annotate(rangeOfWords('writes code'));
    await session.setAnnotations([outer, inner]);
    expect(session.annotationAt(rangeOfWords('code'))).toBe(inner);
    expect(session.annotationAt(rangeOfWords('again'))).toBe(outer);
    expect(session.annotationAt(rangeOfWords('Delegation'))).toBeUndefined();
    expect(session.annotationAt(rangeOfWords('Comments'))).toBeUndefined();
  });
});

describe('what became of a passage', () => {
  test('is told with the new wording when it was edited, and a target is made of that', async () => {
    const annotation = annotate(rangeBetween('manager who', 'of it every week'));
    await session.setAnnotations([annotation]);
    body.innerHTML = body.innerHTML.replace('never writes code again', 'seldom writes code now');
    await session.reread();
    const found = 'manager who seldom writes code now still reads a great deal of it every week';
    expect(session.locations().get(annotation.id)).toMatchObject({ state: 'edited', found });
    const target = session.targetAt(annotation.id, 0, found);
    expect(target?.passage).toBe(found);
    await session.setAnnotations([{ ...annotation, target: target as Target }]);
    expect(stateOf(annotation)).toBe('exact');
    expect(session.targetAt(annotation.id, 1, found)).toBeUndefined();
  });

  test('is told with the places where it might be, and words around them, when it was lost', async () => {
    const annotation = annotate(rangeOfWords('cancelled twice says more than the one'));
    await session.setAnnotations([annotation]);
    const other =
      'Nobody should ever have cancelled twice says more of what people in general expect.';
    body.innerHTML = `<p>${TEXT.first}</p><p>${other}</p>`;
    await session.reread();
    const { state, candidates = [] } = session.locations().get(annotation.id) ?? {};
    expect(state).toBe('orphan');
    const [first] = candidates;
    expect(first?.passage).toContain('cancelled twice says more');
    const { before = '', passage = '', after = '' } = first ?? {};
    const around = `${before} ${passage} ${after}`.trim();
    expect(`${TEXT.first} ${other}`).toContain(around);
    expect(` ${TEXT.first} ${other} `).toContain(` ${around} `);
    expect(before.length).toBeGreaterThan(20);
    expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(48);
    const choose = (passage = '') => session.targetAt(annotation.id, 0, passage);
    expect(choose(first?.passage)?.passage).toBe(first?.passage);
    expect(choose('What the reader saw before the page changed')).toBeUndefined();
  });
});

test('an inner passage is painted above the one around it, each in its colour', async () => {
  const outer = annotate(rangeBetween('manager who', 'every week'));
  const inner = session.annotate(rangeOfWords('writes code'), 'pink') as Annotation;
  await session.setAnnotations([inner, outer]);
  expect(session.marks().map(({ colour, ground, layer }) => [colour, ground, layer])).toEqual([
    ['pink', 'light', 1],
    ['yellow', 'light', 0],
  ]);
});

test('the passage of a whole post is its paragraphs, parted by blank lines', async () => {
  expect(session.passage()).toBe(
    `${TEXT.first}\n\n${TEXT.second.replace(/<.?b>/g, '')}\n\n${TEXT.third}`,
  );
  body.innerHTML = 'One.<br><br>Two.<script>three()</script>';
  await session.reread();
  expect(session.passage()).toBe('One.\n\nTwo.');
});
