import { describe, expect, test } from 'vitest';
import { STOP_WORDS } from '../../../lib/relatedness/stop-words.ts';
import { fold } from '../../../lib/relatedness/fold.ts';
import { Lexicon } from '../../../lib/relatedness/lexicon.ts';
import { createWordList, forEachTerm, readWords } from '../../../lib/relatedness/terms.ts';

function termsOf(text: string): string[] {
  const terms: string[] = [];
  const lexicon = new Lexicon();
  const list = createWordList();
  readWords(fold(text), lexicon, true, list);
  forEachTerm(list, lexicon, true, (term) => {
    const stems = lexicon.wordsOf(term).flatMap((word) => lexicon.stems[word] ?? []);
    terms.push(stems.join(' '));
  });
  return terms;
}

describe('words', () => {
  test('are the same whatever their ending', () => {
    expect(termsOf('delegating')).toEqual(termsOf('delegation'));
  });

  test('are the same whatever their case, accents, ligatures and apostrophes', () => {
    expect(termsOf('Naïve ﬁnance')).toEqual(termsOf('naive finance'));
    expect(termsOf('manager’s')).toEqual(termsOf('manager'));
    expect(termsOf("managers' budget")).toEqual(termsOf('managers budget'));
  });

  test('keep the signs that tell languages apart', () => {
    expect(termsOf('C++. C#.')).toEqual(['c++', 'c#']);
  });

  test('do not include what says nothing: small words, noise of blogs, single letters', () => {
    expect(termsOf("The people who don’t have time to read this post's x")).toEqual([]);
  });

  test('do not include what is too long to be a word', () => {
    expect(termsOf('a'.repeat(100_000))).toEqual([]);
  });

  test('are none in text without Latin letters, and in broken text', () => {
    expect(termsOf('управление 管理 🙂 \ud800 \udfff')).toEqual([]);
  });
});

describe('pairs', () => {
  test('are neighbouring content words', () => {
    expect(termsOf('code review culture')).toEqual([
      'code',
      'review',
      'code review',
      'cultur',
      'review cultur',
    ]);
  });

  test('reach over stop words', () => {
    expect(termsOf('head of the engineering')).toContain('head engin');
  });

  test.each(['.', '!', '?', ';', ':', '\n\n'])('do not reach over %j', (mark) => {
    expect(termsOf(`code${mark} review`)).toEqual(['code', 'review']);
  });

  test('reach over commas and line breaks', () => {
    expect(termsOf('code,\nreview')).toContain('code review');
  });
});

test('the stop words are themselves folded, so that each can be met', () => {
  for (const word of STOP_WORDS) expect(fold(word)).toBe(word);
  expect([...STOP_WORDS].every((word) => /^[a-z][a-z']*$/.test(word))).toBe(true);
});
