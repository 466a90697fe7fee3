import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFileName } from '../../../lib/markdown/file-name.ts';
import { nasty } from './nasty.ts';

test.each([
  ['On delegation', '2013-03-24T21:12:00-04:00', '2013-03-24 On delegation.md'],
  ['On delegation', undefined, 'On delegation.md'],
  ['On delegation', 'last spring', 'On delegation.md'],
  ['On delegation', '2013-99-99', 'On delegation.md'],
  ['1:1s and/or status', undefined, '1-1s and-or status.md'],
  ['Reorganisations: a guide', undefined, 'Reorganisations - a guide.md'],
  ['What are "ladders" for?', undefined, 'What are ladders for.md'],
  ['To be continued...', undefined, 'To be continued.md'],
  ['../../etc/passwd', undefined, '-..-etc-passwd.md'],
  ['two\nlines', undefined, 'two lines.md'],
  ['', '2013-03-24', '2013-03-24 Untitled.md'],
  ['???', undefined, 'Untitled.md'],
  ['con', undefined, '_con.md'],
  ['NUL .txt', undefined, '_NUL .txt.md'],
  ['COM¹', undefined, '_COM¹.md'],
  ['con', '2013-03-24', '2013-03-24 con.md'],
  ['Console', undefined, 'Console.md'],
  ['md.\u202efdp', undefined, 'md.fdp.md'],
  ['Cafe\u0301 管理 🙂', undefined, 'Caf\u00e9 管理 🙂.md'],
])('%j of %j is %j', (title, published, name) => {
  expect(toFileName(title, published)).toBe(name);
});

describe('any title makes a name that', () => {
  const title = fc.oneof(
    nasty,
    fc.string({ unit: 'grapheme', maxLength: 400, size: 'max' }),
    fc.constantFrom(
      '.',
      '..',
      'con.',
      'AUX',
      'lpt1.x',
      ' nul',
      '.git',
      '👩‍👩‍👧‍👧'.repeat(30),
      `${'x'.repeat(196)} .y`,
    ),
  );
  const published = fc.option(fc.constantFrom('2013-03-24T21:12:00-04:00', '../x', ''), {
    nil: undefined,
  });
  const law = (check: (name: string) => void) =>
    fc.assert(
      fc.property(title, published, (...args) => check(toFileName(...args))),
      { numRuns: 500 },
    );

  test('no system forbids', () => {
    law((name) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(name).not.toMatch(/^[. ]|[. ]\.md$/);
      expect(name).not.toMatch(/^(con|prn|aux|nul|(com|lpt)[0-9¹²³])\s*\./i);
      expect(name).toMatch(/^.+\.md$/u);
      expect(name.isWellFormed()).toBe(true);
      expect(name.normalize('NFC')).toBe(name);
    });
  });

  test('is at most 200 bytes long', () => {
    law((name) => {
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    });
  });

  test('stays as it is when it is made again', () => {
    law((name) => {
      expect(toFileName(name.slice(0, -'.md'.length))).toBe(name);
    });
  });
});

test('a title is cut between characters, not within one', () => {
  expect(toFileName('👩‍👩‍👧‍👧'.repeat(30))).toMatch(/^(?:👩‍👩‍👧‍👧)+\.md$/u);
});
