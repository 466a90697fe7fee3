// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { toHtml, toText } from '../../../entrypoints/blog.content/quote.ts';

const QUOTE = {
  passage: 'Ask “why?” & wait.',
  title: 'One-on-ones',
  permalink: 'https://www.elidedbranches.com/2015/03/one.html',
};

test('a quote is its words, the title of its post and where that is', () => {
  expect(toText(QUOTE)).toBe(
    '“Ask “why?” & wait.” — One-on-ones, https://www.elidedbranches.com/2015/03/one.html',
  );
});

test('a post without a title is known by its address', () => {
  expect(toText({ ...QUOTE, title: '' })).toBe(
    '“Ask “why?” & wait.” — https://www.elidedbranches.com/2015/03/one.html',
  );
});

test('as HTML it is a quotation with a link, paragraph by paragraph, and what looks like markup is text', () => {
  const passage = 'One <b>word</b>\nand "more"\n\nThe next & last.';
  const html = toHtml({ ...QUOTE, passage, title: '<i>Title</i>' });
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const paragraphs = Array.from(body.querySelectorAll('blockquote p'));
  expect(paragraphs.map(({ innerHTML }) => innerHTML)).toEqual([
    'One &lt;b&gt;word&lt;/b&gt;<br>and "more"',
    'The next &amp; last.',
  ]);
  expect(body.querySelector('a')?.textContent).toBe('<i>Title</i>');
  expect(body.querySelector('a')?.getAttribute('href')).toBe(QUOTE.permalink);
});
