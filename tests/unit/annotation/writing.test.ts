import { expect, test } from 'vitest';
import { createAnnotation } from '../../../lib/annotation/annotation.ts';
import { withWriting } from '../../../lib/annotation/changes.ts';
import { parseAnnotation } from '../../../lib/annotation/schema.ts';
import { writingOf } from '../../../lib/annotation/writing.ts';
import { TARGET } from './target.ts';

const highlight = createAnnotation(TARGET, new Date('2026-01-01T10:00:00.000Z'));
const WRITTEN = {
  note: 'Try it on Monday.',
  kind: 'action' as const,
  tags: ['team'],
  action: { due: '2026-05-04' },
};

test('what is written is read back', () => {
  const written = withWriting(highlight, WRITTEN);
  expect(writingOf(written)).toEqual(WRITTEN);
  expect(parseAnnotation(written)).toEqual(written);
  expect(written.modified > highlight.modified).toBe(true);
});

test('a comment without words is a highlight, and a highlight with words a comment', () => {
  const written = withWriting(highlight, { ...WRITTEN, kind: 'highlight' });
  expect(written.motivation).toBe('commenting');
  const emptied = withWriting(written, { ...WRITTEN, note: '', kind: 'comment' });
  expect(emptied.motivation).toBe('highlighting');
});

test('what is no action any more is not due either', () => {
  const question = withWriting(withWriting(highlight, WRITTEN), { ...WRITTEN, kind: 'question' });
  expect(question.action).toBeUndefined();
  expect(parseAnnotation(question)).toEqual(question);
});
