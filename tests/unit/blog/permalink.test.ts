import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlogUrl } from '../../../lib/blog/address.ts';
import { toPermalink } from '../../../lib/blog/permalink.ts';

const POST = 'https://www.elidedbranches.com/2014/05/some-slug.html';
const PATH = '/2014/05/some-slug.html';

describe('every address of a post leads to its one permalink', () => {
  test.each([
    POST,
    `http://www.elidedbranches.com${PATH}`,
    `https://elidedbranches.com${PATH}`,
    `http://elidedbranches.com${PATH}`,
    `HTTPS://WWW.ElidedBranches.COM${PATH}`,
    `http://www.elidedbranches.com:80${PATH}`,
    `https://www.elidedbranches.com:443${PATH}`,
    `http://www.elidedbranches.com:443${PATH}`,
    `https://www.elidedbranches.com.${PATH}`,
    `http://whilefalse.blogspot.com${PATH}`,
    `https://whilefalse.blogspot.com${PATH}`,
    `https://www.whilefalse.blogspot.com${PATH}`,
    `https://whilefalse.blogspot.co.uk${PATH}`,
    `https://whilefalse.blogspot.de${PATH}`,
    `https://whilefalse.blogspot.com.au${PATH}`,
    `https://whilefalse.blogspot.in${PATH}?m=1`,
    `${POST}?m=0`,
    `${POST}?m=1`,
    `${POST}?showComment=1360000000000`,
    `${POST}?showComment=1360000000000#c1234567890`,
    `${POST}?spref=tw`,
    `${POST}?utm_source=feedburner&utm_medium=feed&utm_campaign=x`,
    `${POST}?zx=1a2b3c`,
    `${POST}?anything=https://example.org/?q`,
    `${POST}?`,
    `${POST}#more`,
    `${POST}#comment-form`,
    `${POST}#`,
    `${POST}/`,
    `${POST}/?m=1#more`,
    'https://www.elidedbranches.com//2014/05//some-slug.html',
    'https://www.elidedbranches.com/2014/05/some%2Dslug.html',
    'https://www.elidedbranches.com/2014/%30%35/%73ome-slug%2Ehtml',
    `  ${POST}\n`,
    `\u00a0${POST}\u00a0`,
  ])('%s', (url) => {
    expect(toPermalink(url)).toBe(POST);
  });

  test('escapes of the same character are one, and those that remain are in capitals', () => {
    expect(toPermalink('http://elidedbranches.com/2012/01/%7etilde_1.html')).toBe(
      'https://www.elidedbranches.com/2012/01/~tilde_1.html',
    );
    expect(toPermalink('http://elidedbranches.com/2012/01/caf%c3%a9.html')).toBe(
      toPermalink('http://elidedbranches.com/2012/01/café.html'),
    );
  });

  test('slugs that differ in letter case are different posts', () => {
    expect(toPermalink('https://elidedbranches.com/2014/05/Some-Slug.html')).toBe(
      'https://www.elidedbranches.com/2014/05/Some-Slug.html',
    );
  });
});

test.each([
  'https://www.elidedbranches.com',
  'https://www.elidedbranches.com/?m=1',
  'https://www.elidedbranches.com/2014/',
  'https://www.elidedbranches.com/2014/05/',
  'https://www.elidedbranches.com/2014/05',
  'https://www.elidedbranches.com/2014/05/12/',
  'https://www.elidedbranches.com/2014_05_01_archive.html',
  'https://www.elidedbranches.com/search?q=/2014/05/some-slug.html',
  'https://www.elidedbranches.com/search/label/management',
  'https://www.elidedbranches.com/search?updated-min=2014-01-01T00:00:00',
  'https://www.elidedbranches.com/p/about.html',
  'https://www.elidedbranches.com/feeds/posts/default?alt=json',
  'https://www.elidedbranches.com/feeds/1/posts/default/2014/05/some-slug.html',
  'https://www.elidedbranches.com/2014/00/some-slug.html',
  'https://www.elidedbranches.com/2014/13/some-slug.html',
  'https://www.elidedbranches.com/2014/5/some-slug.html',
  'https://www.elidedbranches.com/14/05/some-slug.html',
  'https://www.elidedbranches.com/2014/05/.html',
  'https://www.elidedbranches.com/2014/05/some-slug',
  'https://www.elidedbranches.com/2014/05/some-slug.html.exe',
  'https://www.elidedbranches.com/2014/05/some%2Fslug.html',
  'https://www.elidedbranches.com/2014/05/some%00slug.html',
  'https://www.elidedbranches.com/2014/05/some%252Dslug.html',
  'https://www.elidedbranches.com/x/2014/05/some-slug.html',
  'https://www.elidedbranches.com/#/2014/05/some-slug.html',
  `https://elidedbranches.com.evil.example${PATH}`,
  `https://evil-elidedbranches.com${PATH}`,
  `https://blog.elidedbranches.com${PATH}`,
  `https://notwhilefalse.blogspot.com${PATH}`,
  `https://x.whilefalse.blogspot.com${PATH}`,
  `https://whilefalse.blogspot.evil.com${PATH}`,
  `https://whilefalse.blogspot.com.evil.example${PATH}`,
  `https://whilefalse.blogspot.zz${PATH}`,
  `https://whilefalse.blogspot.${PATH}`,
  `https://other.blogspot.com${PATH}`,
  `https://example.org/?u=${POST}`,
  `https://www.elidedbranches.com:8443${PATH}`,
  `https://reader@www.elidedbranches.com${PATH}`,
  `https://www.elidedbranches.com:secret@evil.example${PATH}`,
  `https://:secret@www.elidedbranches.com${PATH}`,
  `ftp://www.elidedbranches.com${PATH}`,
  `file://www.elidedbranches.com${PATH}`,
  `javascript://www.elidedbranches.com${PATH}`,
  `view-source:${POST}`,
  `blob:${POST}`,
  `//www.elidedbranches.com${PATH}`,
  PATH,
  'http://',
  'http://[',
  '',
  '%',
])('%j is no post', (url) => {
  expect(toPermalink(url)).toBeUndefined();
});

test('a permalink is its own permalink, whatever address it came from', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '%7E',
      '%2e',
      '%2F',
      '//',
      '..',
      '%c3%a9',
      '?m=1',
      '#more',
      ' ',
      '\\',
      'é',
      '%',
    ),
  );
  const host = fc.constantFrom(
    'elidedbranches.com',
    'WWW.elidedbranches.com:80',
    'whilefalse.blogspot.fr',
  );
  let found = 0;
  fc.assert(
    fc.property(host, fc.array(part, { maxLength: 5 }), (name, parts) => {
      const permalink = toPermalink(`http://${name}/2014/05/a${parts.join('')}.html`);
      if (permalink === undefined) return;
      found += 1;
      expect(toPermalink(permalink)).toBe(permalink);
    }),
  );
  expect(found).toBeGreaterThan(0);
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
      expect(toPermalink(text)).toBeUndefined();
    }),
  );
});

test('pages of the blog that are no posts are still the blog’s', () => {
  expect(isBlogUrl('http://whilefalse.blogspot.com/search/label/x')).toBe(true);
  expect(isBlogUrl('https://elidedbranches.com/feeds/posts/default')).toBe(true);
  expect(isBlogUrl('https://elidedbranches.com.evil.example/')).toBe(false);
  expect(isBlogUrl('about:blank')).toBe(false);
});
