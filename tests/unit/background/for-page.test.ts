import { expect, test } from 'vitest';
import { withoutWords } from '../../../entrypoints/background/for-page.ts';
import { isMarked } from '../../../entrypoints/blog.content/margin-marks.ts';
import { type Annotation, createAnnotation, noteOf } from '../../../lib/annotation/annotation.ts';
import { withNote, withTags } from '../../../lib/annotation/changes.ts';
import { withFormerNote } from '../../../lib/annotation/former-notes.ts';
import { kindOf } from '../../../lib/annotation/kind.ts';

const SECRET = 'cormorant umbrella';
const source = 'https://www.elidedbranches.com/2015/03/one.html';
const plain = createAnnotation({ source, selector: [], passage: 'A passage.' } as never);

const CASES: [what: string, annotation: Annotation][] = [
  ['a mere highlight', plain],
  ['a note', withNote(plain, SECRET)],
  ['a note beside another', withFormerNote(withNote(plain, 'Mine.'), SECRET)],
  ['a question', withNote(createAnnotation(plain.target, new Date(), 'question'), SECRET)],
  ['tags', withTags(plain, [SECRET, 'other'])],
];

test.each(CASES)('of %s a page gets no word that was written', (_, annotation) => {
  expect(JSON.stringify(withoutWords(annotation))).not.toContain('cormorant');
});

test.each(CASES)('of %s a page still knows what it draws', (_, annotation) => {
  const known = withoutWords(annotation);
  expect(isMarked(known)).toBe(isMarked(annotation));
  expect(kindOf(known)).toBe(kindOf(annotation));
  expect(noteOf(known) === '').toBe(noteOf(annotation) === '');
  const words = { body: 0, tags: 0, formerNotes: 0 };
  expect({ ...known, ...words }).toEqual({ ...annotation, ...words });
});
