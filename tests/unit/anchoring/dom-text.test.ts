// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../../../lib/anchoring/dom-text.ts';
import { fold } from '../../../lib/anchoring/fold.ts';
import { bodyOf, html } from './html.ts';

test.each([
  ['<p>One.</p><p>Two.</p>', 'One. Two.'],
  ['One.<br><br>Two.', 'One. Two.'],
  ['<div>One.</div>\n  <div>Two.</div>', 'One. Two.'],
  ['wo<b>r</b><i>d</i>', 'word'],
  ['a<script>x()</script><style>b{}</style><!-- c -->d', 'ad'],
  ['a<span style="display:none">b</span><span hidden>c</span>d', 'ad'],
  ['<ul><li>One<li>Two</ul>', 'One Two'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
  ['caf<b>e</b>\u0301', 'caf\u00e9'],
])('%j reads %j', (markup, text) => {
  expect(readText(bodyOf(markup)).text).toBe(text);
});

test.each([
  ['<p>One  two.</p><p>Three.</p>', 'One two.\n\nThree.'],
  ['One.<br>Two.<br /><br />Three.', 'One.\nTwo.\n\nThree.'],
  [
    '<p>\u201cIt\u2019s\u00a0so\u201d \u2014 he said\u2026</p>',
    '\u201cIt\u2019s so\u201d \u2014 he said\u2026',
  ],
  ['<p>man\u00adager</p>', 'manager'],
  ['<pre>a = 1\nb = 2</pre>', 'a = 1\nb = 2'],
  ['<pre>a\n<b>b\n</b>c</pre>d\ne', 'a\nb\nc\n\nd e'],
  ['One<div hidden>two</div>three<hr>four<p></p>five', 'Onethree\n\nfour\n\nfive'],
  ['<div>One.</div><div><br></div><div>Two.</div>', 'One.\n\nTwo.'],
])('%j is kept for reading as %j', (markup, passage) => {
  const text = readText(bodyOf(markup));
  expect(text.passageOf({ start: 0, end: text.text.length })).toBe(passage);
});

test.each([
  ['<p>One.</p><p>Two three four.</p><p>Five.</p>', 'three', 'Two three four.'],
  ['One.<br><br>Two<br>three.<br><br>Four.', 'three', 'Two\nthree.'],
  ['<p>One.</p><p>Two.</p><p>Three.</p>', 'One. Two', 'One.\n\nTwo.'],
  ['One two three.', 'two', 'One two three.'],
])('of %j the paragraph around %j is %j', (markup, words, paragraph) => {
  const text = readText(bodyOf(markup));
  const start = text.text.indexOf(words);
  expect(text.paragraphOf({ start, end: start + words.length })).toBe(paragraph);
});

test('a selection is clipped to the post and to its words', () => {
  const body = bodyOf('<p> One two </p>');
  document.body.prepend('before ');
  document.body.append(' after');
  const range = document.createRange();
  range.selectNodeContents(document.body);
  const text = readText(body);
  expect(text.spanOf(range)).toEqual({ start: 0, end: 'One two'.length });
});

test('a selection of nothing, of white space or of another part of the page has no span', () => {
  const body = bodyOf('<p>One</p> <p>Two</p>');
  const text = readText(body);
  const range = document.createRange();
  range.setStart(body, 0);
  expect(text.spanOf(range)).toBeUndefined();
  range.selectNodeContents(body.childNodes[1] as Node);
  expect(text.spanOf(range)).toBeUndefined();
  const elsewhere = document.body.appendChild(document.createElement('p'));
  elsewhere.textContent = 'Elsewhere';
  range.selectNodeContents(elsewhere);
  expect(text.spanOf(range)).toBeUndefined();
  range.selectNodeContents(document.createElement('p').appendChild(new Text('detached')));
  expect(text.spanOf(range)).toBeUndefined();
});

test('any stretch of any DOM leads to a range that reads the same, and back to itself', () => {
  fc.assert(
    fc.property(html, fc.nat(), fc.nat(), (markup, a, b) => {
      const text = readText(bodyOf(markup));
      fc.pre(text.text.length > 0);
      const start = a % text.text.length;
      const end = start + 1 + (b % (text.text.length - start));
      const stretch = text.text.slice(start, end);
      fc.pre(stretch.trim() === stretch);
      const range = text.rangeOf({ start, end });
      const back = text.spanOf(range);
      expect(back?.start).toBeLessThanOrEqual(start);
      expect(back?.end).toBeGreaterThanOrEqual(end);
      expect(fold(text.passageOf({ start, end })).text).toContain(stretch);
      if (/^[a-z -]+$/.test(stretch)) expect(back).toEqual({ start, end });
    }),
    { numRuns: 300 },
  );
});

test('form controls named after DOM properties do not get in the way', () => {
  const body = bodyOf(
    'One <form><input name="nodeType"><input name="nodeValue"><input name="localName"><input name="firstChild"><input name="ownerDocument">two</form>',
  );
  expect(readText(body).text).toBe('One two');
});
