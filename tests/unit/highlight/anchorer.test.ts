import { describe, expect, test } from 'vitest';
import { describe as select } from '../../../lib/anchoring/describe.ts';
import { locate } from '../../../lib/anchoring/locate.ts';
import { type Annotation, createAnnotation } from '../../../lib/annotation/annotation.ts';
import { createAnchorer } from '../../../lib/highlight/anchorer.ts';

const SOURCE = 'https://www.elidedbranches.com/2014/02/feedback-in-small-coins.html';
/** Two thousand sentences, no two alike. */
const TEXT = Array.from({ length: 2000 }, (_, n) => `Sentence ${n} speaks of ${n * 7919}.`).join(
  ' ',
);
const EDITED = `A new introduction. ${TEXT.replaceAll('speaks', 'tells')}`;

/** Annotations of the first so many sentences of the text. */
function annotationsOf(count: number): Annotation[] {
  return Array.from({ length: count }, (_, n) => {
    const start = TEXT.indexOf(`Sentence ${n} `);
    const span = { start, end: TEXT.indexOf('.', start) + 1 };
    return createAnnotation({
      source: SOURCE,
      selector: select(TEXT, span),
      passage: TEXT.slice(span.start, span.end),
    });
  });
}

test('a few passages are found at once', () => {
  const anchorer = createAnchorer();
  const annotations = annotationsOf(3);
  expect(anchorer.anchor(TEXT, annotations)).toBeUndefined();
  expect(anchorer.locations.size).toBe(3);
});

test('many passages are found as each alone would be, and the page comes in between', async () => {
  let rests = 0;
  const anchorer = createAnchorer(async () => {
    rests += 1;
  });
  const annotations = annotationsOf(300);
  expect(await anchorer.anchor(EDITED, annotations)).toBe(true);
  expect(rests).toBeGreaterThan(0);
  for (const { id, target } of annotations) {
    expect(anchorer.locations.get(id)).toEqual(locate(EDITED, target.selector));
  }
});

test('a search is given up when something else is asked for meanwhile', async () => {
  const anchorer = createAnchorer();
  const all = annotationsOf(300);
  const first = anchorer.anchor(EDITED, all);
  const second = anchorer.anchor(EDITED, all.slice(0, 2));
  expect(await first).toBe(false);
  await second;
  expect(Array.from(anchorer.locations.keys())).toEqual([all[0]?.id, all[1]?.id]);
});

test('one more passage is found without looking for the others again', async () => {
  const anchorer = createAnchorer();
  const all = annotationsOf(300);
  await anchorer.anchor(EDITED, all.slice(1));
  expect(anchorer.anchor(EDITED, all)).toBeUndefined();
  expect(anchorer.locations.size).toBe(300);
});

test('when the text has changed, everything is looked for again', async () => {
  const anchorer = createAnchorer();
  const [annotation] = annotationsOf(1);
  if (!annotation) throw new Error('no annotation');
  await anchorer.anchor(TEXT, [annotation]);
  await anchorer.anchor('Another text.', [annotation]);
  expect(anchorer.locations.get(annotation.id)?.state).toBe('orphan');
});

test('a passage that was attached elsewhere is looked for there', async () => {
  const anchorer = createAnchorer();
  const [first, second] = annotationsOf(2);
  if (!first || !second) throw new Error('no annotations');
  await anchorer.anchor(TEXT, [first]);
  await anchorer.anchor(TEXT, [{ ...first, target: second.target }]);
  expect(anchorer.locations.get(first.id)).toEqual(locate(TEXT, second.target.selector));
});

describe('a search that is stopped', () => {
  const annotations = annotationsOf(300);
  /** Stopped when the page first has a moment. */
  async function stopEarly() {
    const anchorer = createAnchorer(async () => {
      await Promise.resolve();
      anchorer.stop();
    });
    const isDone = anchorer.anchor(EDITED, annotations);
    expect(anchorer.isBusy).toBe(true);
    expect(await isDone).toBe(true);
    return anchorer;
  }

  test('keeps what it has found, and is not taken up again by another passage', async () => {
    const anchorer = await stopEarly();
    const { size } = anchorer.locations;
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThan(300);
    expect(anchorer.isBusy).toBe(false);
    const [more] = annotationsOf(301).slice(300) as [Annotation];
    anchorer.anchor(EDITED, [...annotations, more]);
    expect(anchorer.locations.size).toBe(size + 1);
    expect(anchorer.locations.has(more.id)).toBe(true);
  });

  test('goes on where it left off', async () => {
    const anchorer = await stopEarly();
    let left = 300 - anchorer.locations.size;
    while (left > 0) {
      // It is stopped again after a slice.
      await anchorer.goOn();
      const now = 300 - anchorer.locations.size;
      expect(now).toBeLessThan(left);
      left = now;
    }
    for (const { id, target } of annotations) {
      expect(anchorer.locations.get(id)).toEqual(locate(EDITED, target.selector));
    }
  });

  test('begins anew in another text', async () => {
    const anchorer = await stopEarly();
    expect(anchorer.anchor(TEXT, annotations.slice(0, 3))).toBeUndefined();
    expect(anchorer.locations.size).toBe(3);
  });
});
