import { afterEach, expect, test } from 'vitest';
import { languageOf, say, sayCount, speakBy } from '../../../lib/language/say.ts';
import { messagesOf } from '../../language/messages-of.ts';

afterEach(() => speakBy(messagesOf('en')));

test('says a message in the language of its source', () => {
  speakBy(messagesOf('de'));
  expect(say('language')).toBe('de');
});

test('chooses the number of a noun by the rules of the language', () => {
  expect([0, 1, 2].map((count) => sayCount('notes', count))).toEqual([
    '0 notes',
    '1 note',
    '2 notes',
  ]);
});

test('writes numbers as the language writes them', () => {
  expect(sayCount('notes', 12_345)).toBe('12,345 notes');
  speakBy(messagesOf('de'));
  expect(sayCount('notes', 12_345)).toBe('12.345 Notizen');
});

test('counts by the rules of the language that is spoken now', () => {
  expect(sayCount('notes', 0)).toBe('0 notes');
  const french = (name: string, values?: string[]) =>
    name === 'language' ? 'fr' : messagesOf('en').getMessage(name, values);
  speakBy({ ...messagesOf('en'), getMessage: french });
  // French counts none as one.
  expect(sayCount('notes', 0)).toBe('0 note');
});

test('asks its source once for what is said again and again', () => {
  let asked = 0;
  const counting = (name: string, values?: string[]) => {
    asked += 1;
    return messagesOf('en').getMessage(name, values);
  };
  speakBy({ ...messagesOf('en'), getMessage: counting });
  expect([say('tryAgain'), say('tryAgain')]).toEqual(['Try again', 'Try again']);
  expect(asked).toBe(1);
});

test('falls back to the general plural where a language has more numbers than its messages', () => {
  speakBy({ ...messagesOf('en'), getMessage: polish });
  expect(sayCount('notes', 3)).toBe('3 notes');
});

test('writes numbers in the language of the messages, not in one there are none for', () => {
  speakBy({ ...messagesOf('en'), getUILanguage: () => 'pl' });
  expect(languageOf()).toBe('en');
});

function polish(name: string, values?: string[]): string {
  return name === 'language' ? 'pl' : messagesOf('en').getMessage(name, values);
}
