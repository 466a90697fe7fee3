import { describe, expect, test } from 'vitest';
import { fold } from '../../../lib/relatedness/fold.ts';
import { Lexicon } from '../../../lib/relatedness/lexicon.ts';
import { STOP_WORDS } from '../../../lib/relatedness/stop-words.ts';
import { wordsOf } from '../../../lib/relatedness/term.ts';
import { createWordList, forEachTerm, readWords } from '../../../lib/relatedness/terms.ts';

function termsOf(text: string): string[] {
  const terms: string[] = [];
  const lexicon = new Lexicon();
  const list = createWordList();
  readWords(fold(text), lexicon, true, list);
  forEachTerm(list, (term) => {
    const stems = wordsOf(term).flatMap((word) => lexicon.stems[word] ?? []);
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

describe('the vocabulary of the field', () => {
  test.each([
    ['one-on-one', '1:1', 'One-on-ones', '1-on-1', 'one on one', '1:1s', '1on1', "1:1's"],
    ['individual contributor', 'IC', 'ICs', 'individual contributors'],
    ['engineering manager', 'EM', 'EMs'],
    ['tech lead', 'TL', 'technical lead'],
    ['pull request', 'PR', 'PRs'],
    ['ZooKeeper', 'ZK', 'zookeeper'],
    ['CTO', 'chief technology officer', 'CTOs'],
    ['startup', 'start-ups'],
  ])('%s', (first, ...others) => {
    expect(termsOf(first)).not.toEqual([]);
    for (const other of others) expect(termsOf(other)).toEqual(termsOf(first));
  });

  test('is one term, with neighbours, in the middle of a sentence', () => {
    expect(termsOf('weekly one-on-one meetings')).toEqual(termsOf('weekly 1:1 meetings'));
    expect(termsOf('weekly 1:1 meetings')).toHaveLength(5);
  });

  test.each(["give 'em hope", 'TL;DR', 'at 11:15', 'version 1.1:1', 'emphatic', 'prs1'])(
    'is not in %j',
    (text) => {
      const terms = termsOf(text);
      for (const term of ['engin', 'lead', 'request', 'one-on-on', 'pull']) {
        expect(terms).not.toContain(term);
      }
    },
  );
});

test('the stop words are themselves folded, so that each can be met', () => {
  for (const word of STOP_WORDS) expect(fold(word)).toBe(word);
  expect([...STOP_WORDS].every((word) => /^[a-z][a-z']*$/.test(word))).toBe(true);
});
