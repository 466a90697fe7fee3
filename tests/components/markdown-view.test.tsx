// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { MAX_DEPTH } from '../../components/markdown-limits.ts';
import { MarkdownView } from '../../components/markdown-view.tsx';

afterEach(cleanup);

const show = (markdown: string) => render(<MarkdownView markdown={markdown} />).container;

test('draws what notes are made of', () => {
  const container = show(
    '# Title\n\nIt is *so* **very** `true`.\n\n- one\n- two\n\n3. three\n\n> quoted',
  );
  expect(screen.getByRole('heading', { name: 'Title' })).toBeTruthy();
  expect(container.querySelector('em')?.textContent).toBe('so');
  expect(container.querySelector('strong')?.textContent).toBe('very');
  expect(container.querySelector('code')?.textContent).toBe('true');
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'one',
    'two',
    'three',
  ]);
  expect(container.querySelector('blockquote')?.textContent).toBe('quoted');
});

test('opens links elsewhere, telling the other side nothing', () => {
  show('[a](https://example.org/x), [c][d]\n\n[d]: http://example.org/');
  const links = screen.getAllByRole<HTMLAnchorElement>('link');
  expect(links.map(({ href }) => href)).toEqual(['https://example.org/x', 'http://example.org/']);
  for (const { rel, target } of links) {
    expect({ rel, target }).toEqual({ rel: 'noopener noreferrer nofollow', target: '_blank' });
  }
});

describe('what comes from elsewhere', () => {
  test.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](&#106;avascript:alert(1))',
    '[a](<java\tscript:alert(1)>)',
    '[a](data:text/html,x)',
    '<mailto:a@example.org>',
    '[a](file:///etc/passwd)',
    '[a](chrome-extension://id/page.html)',
    '[a](options.html)',
    '[a](//example.org)',
    '[a][b]\n\n[b]: javascript:alert(1)',
    '![a](javascript:alert(1))',
    '<javascript:alert(1)>',
  ])('%s is no link', (markdown) => {
    show(markdown);
    expect(screen.queryByRole('link')).toBeNull();
  });

  test('HTML is shown as text', () => {
    const html = '<img src=x onerror=alert(1)>';
    const container = show(`${html}\n\nand <b onclick="x()">this</b>`);
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.textContent).toContain(html);
    expect(container.textContent).toContain('<b onclick="x()">this</b>');
  });

  test('pictures are not loaded but linked to', () => {
    const container = show('![a pixel](https://example.org/p.gif)');
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByRole<HTMLAnchorElement>('link', { name: 'a pixel' }).href).toBe(
      'https://example.org/p.gif',
    );
  });

  test.each([
    ['quotes', '>'.repeat(20_000)],
    ['lists', '- '.repeat(10_000)],
    ['numbered lists', '1. '.repeat(7_000)],
    ['brackets', `${'!['.repeat(8_000)}x${'](a)'.repeat(3_000)}`],
    ['stars', `${'*'.repeat(10_000)}x${'*'.repeat(10_000)}`],
    ['length', 'words '.repeat(100_000)],
  ])('nested or endless %s neither overflow nor hang, and nothing is lost', (_, hostile) => {
    const markdown = `${hostile}end`;
    const begun = performance.now();
    const container = show(markdown);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(container.textContent).toBe(markdown);
  });

  test('levels past the limit appear as they were typed', () => {
    const container = show(`${'> '.repeat(MAX_DEPTH + 4)}deep`);
    expect(container.querySelectorAll('blockquote')).toHaveLength(MAX_DEPTH);
    expect(container.textContent).toBe('> > > > deep');
  });
});

test('whatever is typed is drawn, with elements of text only', () => {
  const piece = fc.constantFrom(
    ...['*', '_', '`', '[', '](', ')', '!', '<', '>', '# ', '- ', '1. ', '\n', '\n\n', '    '],
    ...['javascript:', 'https://example.org', 'word', '&lt;', '\\', '<script>', '---\n'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const container = show(pieces.join(''));
      expect(container.querySelector('script, img, iframe, style, object, form')).toBeNull();
      for (const link of container.querySelectorAll('a')) {
        expect(link.protocol).toMatch(/^https?:$/);
      }
      cleanup();
    }),
    { numRuns: 300 },
  );
});
