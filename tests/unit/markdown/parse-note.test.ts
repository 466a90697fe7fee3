import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAsGfm, parseNote } from '../../../lib/markdown/parse-note.ts';
import { nasty } from './nasty.ts';

/** What GFM's constructs are made of, whole and in pieces, and what could help them along. */
const PIECES = [
  ...[
    'a',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '> ',
    '\\',
    '&#64;',
    '&#x77;',
    '&colon;',
    '<br>',
    '    ',
  ],
  ...['www', 'WWW.', 'http', 's:', '//', 'a.example', '@', 'mailto:', 'xmpp:', '.com', '/b'],
  ...[
    '](https://a.example/b)',
    '](http://a.example)',
    '[b](https://a.example/)',
    '![',
    '[*',
    '\t',
    '[a](',
    ')',
  ],
  ...['~', '~~', '[', ']', '[ ]', '[x] ', '[X]\t', '[\n]', '|', '-', ':', '--', ':-', '*', '`'],
];
const anyNote = fc.oneof(
  nasty,
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((all) => all.join('')),
);

/** What is read, or that the parser's own checks, which are not shipped, end it: see `-\n[x] a`. */
function outcomeOf(read: typeof parseNote, note: string): unknown {
  try {
    return read(note);
  } catch (error) {
    return String(error);
  }
}

describe('reading a note', () => {
  test('comes to the same as reading it with all of GFM', () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        expect(outcomeOf(parseNote, note)).toEqual(outcomeOf(parseAsGfm, note));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['an address', 'See www.a.example.'],
    ['an address in capitals', 'See HTTPS://A.EXAMPLE.'],
    ['an address of mail', 'Ask a@b.example.'],
    ['an address in character references', 'Ask a&#64;b.example, or see h&#116;tps://a.example.'],
    [
      'an address after what looks like a link',
      '`[`a](https://a.example) and \\[b](http://a.example)',
    ],
    ['an address after a link that looks like two', '[a]([)](https://a.example/b)'],
    ['something struck out', 'not ~this~'],
    ['a table of a single column', 'a\n:-'],
    ['a task', '- [ ] one'],
    ['a task that is done', '- [X] one'],
    ['a task whose box is open at the end of a line', '- [\n] one'],
  ])('takes %s for what it is', (_, note) => {
    expect(parseNote(note)).toEqual(parseAsGfm(note));
  });
});
