import fc from 'fast-check';

/** A post's body with the markup, in the document of the test. */
export function bodyOf(markup: string): Element {
  document.body.innerHTML = '<div class="post-body"></div>';
  const body = document.body.firstElementChild as Element;
  body.innerHTML = markup;
  return body;
}

const words = fc
  .array(
    fc.constantFrom(
      'team',
      'manager',
      'the',
      'a',
      'one-on-one',
      'don\u2019t',
      '\u201cyes\u201d',
      '\u2014',
      '&nbsp;',
      '&shy;',
      'cafe\u0301',
      '🌱',
      '\u2026',
      'x &lt; y',
      '\n  ',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.join(' '));

/** Markup as Blogger's authors leave it: paragraphs, line breaks, spans in spans, odd characters. */
export const html: fc.Arbitrary<string> = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    words,
    fc.constant('<br>'),
    fc.constant('<!-- aside -->'),
    fc.constant('<script>alert(1)</script>'),
    fc
      .tuple(
        fc.constantFrom('p', 'div', 'b', 'i', 'span', 'a', 'li', 'blockquote', 'h2'),
        tie('nodes'),
      )
      .map(([name, inner]) => `<${name}>${inner}</${name}>`),
  ),
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((list) => list.join('')),
})).nodes;
