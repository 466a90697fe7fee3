import fc from 'fast-check';

/** Pieces of text that Markdown, or a file, might take for something else. */
const PIECES = [
  'a', 'word', 'Two words', ' ', '  ', '    ', '\t', '\n', '\n\n', '\r', '\r\n', '\u00a0', '\u200b',
  '\u2028', '\ufeff', '\u0085', '\f', '\v', '\0', '#', '##', '# ', '1.', '1) ', '12. ', '-', '- ',
  '+ ', '* ', '>', '> ', '`', '``', '```', '~~~', '===', '---', '***', '___', '*', '**', '_', '__',
  '[', ']', '(', ')', '![', '](', '[x]: /y', '<b>', '</b>', '<!--', '-->', '<?', '<![CDATA[', '<',
  '>', '&amp;', '&#x20;', '&', ';', '\\', '\\\n', '|', '| - |', ':', '~', '~~', '=', '!', '"', "'",
  'https://example.org/a_b', '<https://example.org>', 'a@b.example', 'www.example.org', '[^1]', '^',
  '==', '%%', '#tag', '$', '$$', '[[', ']]', 'key:: v', '<% %>', '{{ }}', '- [ ] ', '🙂', '👩‍💻',
  'é', 'e\u0301', 'שלום', '\u202e', '«', '“', '…', '中文', '\ud800', '\udc00', '<script>', '<div',
];

/** A text made of such pieces, or any text at all. */
export const nasty: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.string() },
);
