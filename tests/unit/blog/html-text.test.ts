import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainText } from '../../../lib/blog/html-text.ts';

test.each([
  ['paragraphs stand apart', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
  ['two line breaks begin a paragraph', 'One.<br /><br />\nTwo.', 'One.\n\nTwo.'],
  ['so do two with white space between', 'One.<br>&nbsp;\n<BR>Two.', 'One.\n\nTwo.'],
  ['one line break begins a line', 'One<br/>two', 'One\ntwo'],
  ['a division is a paragraph', '<div>One.</div><div><br></div><div>Two.</div>', 'One.\n\nTwo.'],
  [
    'bare text after a block is one too',
    '<p>One.</p>Two.<h2>Three</h2>Four.',
    'One.\n\nTwo.\n\nThree\n\nFour.',
  ],
  ['items and headings are paragraphs', '<h3>H</h3><ul><li>a<li><p>b</p></ul>', 'H\n\na\n\nb'],
  ['marks within a word do not part it', '<b>w</b>o<span>r</span>d', 'word'],
  [
    'cells keep their words apart',
    '<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>',
    'a b\n\nc',
  ],
  ['white space of any kind is one space', ' a \t\n b&nbsp;&nbsp;c\u202fd ', 'a b c d'],
  [
    'entities are read once',
    'Q&amp;A &#8220;x&#x201D; &amp;lt; &hellip; AT&T',
    'Q&A “x” &lt; … AT&T',
  ],
  [
    'scripts, styles and comments are no text',
    'a<script>if (a<b) "</p>"</script><!-- x --><style>p{}</style>b',
    'ab',
  ],
  [
    'nor is what only stands in for something',
    'a<noscript><img>n</noscript><iframe>f</iframe><textarea>t</textarea>b',
    'ab',
  ],
  ['a tag that closes nothing does no harm', 'a</b></div></script>b', 'a\n\nb'],
  ['an unclosed script hides the rest, as in a browser', 'a<script>b</p>c', 'a'],
  ['text that looks like a tag stays', 'a < b, 1 <2, c>d', 'a < b, 1 <2, c>d'],
  ['nothing is nothing', '<div dir="ltr"><br></div>', ''],
])('%s', (_, html, text) => {
  expect(toPlainText(html)).toBe(text);
});

test('character references that name no character do not break it', () => {
  expect(toPlainText('a&#x110000;b&#xD800;c&#0;&#;&;')).toContain('a');
});

test('no markup makes it throw, and no blank edges or triple breaks come out', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '<br>',
    '<p>',
    '</p>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '&',
    '&nbsp;',
    ' ',
    '\n',
    'x',
    '"',
    '<![CDATA[',
    '<svg/>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
      const text = toPlainText(pieces.join(''));
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/\n{3}| \n|\n | {2}/);
    }),
  );
});

test.each([
  ['a million angle brackets', '<'.repeat(1e6)],
  ['a million openings of comments', '<!--'.repeat(250_000)],
  ['a million spaces', `a${' '.repeat(1e6)}b`],
  [
    'a hundred thousand nested elements and as many wrong ends',
    '<b>'.repeat(1e5) + '</i>'.repeat(1e5),
  ],
  ['a hundred thousand nested blocks, all closed', '<div>'.repeat(1e5) + '</div>'.repeat(1e5)],
  ['a million ampersands', '&'.repeat(1e6)],
  ['an attribute without an end', `<a href="${'x'.repeat(1e6)}`],
])('%s take a time that grows with their length only', (_, html) => {
  const start = performance.now();
  toPlainText(html);
  // Tens of milliseconds when linear; a quadratic reading takes minutes.
  expect(performance.now() - start).toBeLessThan(3000);
});
