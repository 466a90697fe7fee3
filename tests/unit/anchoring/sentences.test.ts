import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../../lib/anchoring/fold.ts';
import { toPassage } from '../../../lib/anchoring/passage.ts';
import { paragraphBreaksOf, sentencesOf } from '../../../lib/anchoring/sentences.ts';

const read = (text: string, breaks?: number[]) =>
  sentencesOf(text, breaks).map(({ start, end }) => text.slice(start, end));

test('a text is read sentence by sentence, without the spaces between', () => {
  expect(read('He left. Why did he? Nobody asked! It was Friday.')).toEqual([
    'He left.',
    'Why did he?',
    'Nobody asked!',
    'It was Friday.',
  ]);
});

test('a quotation mark or bracket after the full stop belongs to its sentence', () => {
  expect(read('"I left five jobs." (None well.) She nodded.')).toEqual([
    '"I left five jobs."',
    '(None well.)',
    'She nodded.',
  ]);
});

test('abbreviations, initials and numbers do not end a sentence', () => {
  const sentences = [
    'Dr. Okafor met J. Smith in St. Ives, e.g. on Mondays.',
    'It grew 3.5 times vs. Last year, i.e. By a lot.',
    'So did I.',
    'It was late.',
  ];
  expect(read(sentences.join(' '))).toEqual(sentences);
});

test('marks that stand alone are no sentence to stop at, but belong to the one before', () => {
  expect(read('The end. * * *')).toEqual(['The end. * * *']);
  expect(read('* * *')).toEqual(['* * *']);
});

test('a sentence never goes on past the edge of a paragraph, full stop or none', () => {
  const text = 'What it is for The meeting is theirs. One thing';
  expect(read(text)).toEqual(['What it is for The meeting is theirs.', 'One thing']);
  expect(read(text, [15])).toEqual(['What it is for', 'The meeting is theirs.', 'One thing']);
});

test('the author’s blank lines say where paragraphs begin, typography and line breaks aside', () => {
  const source = 'What it’s  for\fThe\vmeeting — theirs…\v\vOne\u00a0thing';
  const { text } = fold(source);
  const breaks = paragraphBreaksOf(text, toPassage(source));
  expect(read(text, breaks)).toEqual(["What it's for", 'The meeting - theirs...', 'One thing']);
});

test('a passage that is not of the text says nothing about it', () => {
  expect(paragraphBreaksOf('one two three', 'one\n\nthree')).toEqual([]);
});

test('an empty text has no sentences', () => {
  expect(sentencesOf('')).toEqual([]);
  expect(paragraphBreaksOf('', '')).toEqual([]);
});

test('sentences stand in order and hold all of the text but spaces, whatever it is', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('. ', '? ', ' ', '\f', '\v', 'Dr. ', 'word', '…', '\v\v'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const source = pieces.join('');
      const { text } = fold(source);
      const trimmed = text.trim();
      const breaks = paragraphBreaksOf(trimmed, toPassage(source));
      let at = 0;
      for (const { start, end } of sentencesOf(trimmed, breaks)) {
        expect(trimmed.slice(at, start).trim()).toBe('');
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(breaks.some((edge) => start < edge && edge < end)).toBe(false);
        at = end;
      }
      expect(trimmed.slice(at).trim()).toBe('');
    }),
  );
});
