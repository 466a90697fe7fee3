// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { findArticle } from '../../../lib/blog/article.ts';
import { findHtmlArticle } from '../../../lib/blog/article-html.ts';
import { toPermalinkOn } from '../../../lib/blog/site-permalink.ts';
import { createSitePosts } from '../../../lib/blog/site-posts.ts';

const URL_OF = 'https://quiet.example/letters/on-teams/';
const TEXT = Array.from(
  { length: 4 },
  (_, index) =>
    `<p>Paragraph ${index} speaks of teams at some length, so that nobody takes it for a teaser: who is in them, who leaves them, and what becomes of the work meanwhile.</p>`,
).join('');
const TEASER = '<p>A few words of another post.</p>';
const NAV = '<nav><a href="/">Home</a></nav>';
const FOOT = '<footer><p>Written in a garden.</p></footer>';

function aPage(body: string, head = ''): Document {
  return new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
}
const find = (body: string, head = '', url = URL_OF) => findArticle(aPage(body, head), url);

describe('the one post of a page is found', () => {
  test.each([
    ['in an article', `${NAV}<article><h1>On teams</h1>${TEXT}</article>${FOOT}`],
    [
      'in the text of an article, without its head and foot',
      `<article><h1>On teams</h1><div class="entry-content">${TEXT}</div>${FOOT}</article>`,
    ],
    [
      'in a microformat',
      `<div class="h-entry"><h1 class="p-name">On teams</h1><div class="e-content">${TEXT}</div></div>`,
    ],
    [
      'by schema.org',
      `<article><h1>On teams</h1><section itemprop="articleBody">${TEXT}</section></article>`,
    ],
    [
      'within an article that wraps all of the page',
      `<article><header>Quiet</header><article class="h-entry"><p class="p-author h-card"><b class="p-name">Sample Author</b></p><h1 class="p-name">On teams</h1><div class="e-content">${TEXT}</div></article></article>`,
    ],
    ['in main', `${NAV}<main><h1>On teams</h1>${TEXT}</main>${FOOT}`],
    [
      'where nothing is marked, around the paragraphs',
      `<div><h1>On teams</h1></div><div><div>${TEXT}</div></div>${FOOT}`,
    ],
    [
      'beside teasers of others',
      `<article><h1>On teams</h1>${TEXT}</article><aside><article>${TEXT}</article></aside><article>${TEASER}</article>`,
    ],
    [
      'around what it quotes',
      `<article><h1>On teams</h1>${TEXT}<article class="tweet">${TEASER}</article></article>`,
    ],
    [
      'above comments, which are articles too',
      `<article><h1>On teams</h1>${TEXT}</article><div id="comments"><article>${TEXT}</article></div>`,
    ],
  ])('%s', (_, body) => {
    const post = find(body);
    expect(post).toMatchObject({ permalink: URL_OF, title: 'On teams' });
    const text = post?.body.textContent ?? '';
    expect(text).toContain('Paragraph 0');
    expect(text).toContain('Paragraph 3');
    expect(text).not.toContain('garden');
    expect(text).not.toContain('Home');
  });
});

describe('no post is found', () => {
  test.each([
    ['on a list of posts', `<main>${`<article>${TEXT}</article>`.repeat(3)}</main>`],
    [
      'on a list within an article that wraps all of the page',
      `<article>${`<article>${TEXT}</article>`.repeat(3)}</article>`,
    ],
    ['where all is short', `<main><article>${TEASER}</article></main>`],
    ['on an empty page', ''],
    ['where paragraphs are few', `<div>${TEASER}</div>`],
    ['in what stands aside', `<aside>${TEXT}</aside><footer>${TEXT}</footer>`],
  ])('%s', (_, body) => {
    expect(find(body)).toBeUndefined();
  });

  test.each(['https://quiet.example/', 'http://quiet.example/a', 'about:blank'])('at %j', (url) => {
    expect(find(`<article>${TEXT}</article>`, '', url)).toBeUndefined();
  });
});

describe('the address of a post', () => {
  const at = (href: string, url = URL_OF) =>
    find(`<article>${TEXT}</article>`, `<link rel="canonical" href="${href}">`, url)?.permalink;

  test('is the one its page calls canonical', () => {
    expect(at('/letters/on-teams', `${URL_OF}?page=1`)).toBe(
      'https://quiet.example/letters/on-teams',
    );
  });

  test.each([
    'https://other.example/letters/on-teams/',
    'https://www.quiet.example/letters/on-teams/',
    'https://www.elidedbranches.com/2014/05/one.html',
    'http://quiet.example/else',
    'https://quiet.example/',
    'javascript:alert(1)',
    '',
  ])('is its own where that is %j', (href) => {
    expect(at(href)).toBe(URL_OF);
  });

  test('is its own when the page has moved on and its canonical address has not', () => {
    const page = aPage(
      `<article>${TEXT}</article>`,
      '<link rel="canonical" href="https://quiet.example/first">',
    );
    const { findPosts } = createSitePosts(page, 'https://quiet.example/first');
    const permalinkAt = (url: string) => findPosts(page, url)[0]?.permalink;
    expect(permalinkAt('https://quiet.example/first#end')).toBe('https://quiet.example/first');
    expect(permalinkAt('https://quiet.example/second')).toBe('https://quiet.example/second');
    page.querySelector('link')?.setAttribute('href', 'https://quiet.example/second/');
    expect(permalinkAt('https://quiet.example/second')).toBe('https://quiet.example/second/');
  });
});

describe('what is known of a post', () => {
  const data = (value: unknown) =>
    `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const bare = `<article>${TEXT}</article>`;

  test('is what its page says for machines', () => {
    const said = {
      '@graph': [
        { '@type': 'WebSite', headline: 'No' },
        { '@type': ['BlogPosting'], headline: ' On teams ', datePublished: '2025-03-04' },
      ],
    };
    expect(find(bare, data(said))).toMatchObject({ title: 'On teams', published: '2025-03-04' });
  });

  test('is in the page’s metadata', () => {
    const head =
      '<title>x</title><meta property="og:title" content="On teams"><meta property="article:published_time" content="2025-03-04T10:00:00Z"><meta property="article:tag" content="teams">';
    expect(find(bare, head)).toMatchObject({
      title: 'On teams',
      published: '2025-03-04T10:00:00Z',
      labels: ['teams'],
    });
  });

  test('is in the markup', () => {
    const body = `<article><h1>On teams</h1><time datetime="2025-03-04">March</time><a rel="tag">teams</a><a rel="tag">teams</a>${TEXT}</article>`;
    expect(find(body)).toMatchObject({ published: '2025-03-04', labels: ['teams'] });
  });

  test.each([
    ['no JSON', '<script type="application/ld+json">{"@type":</script>'],
    ['something else', data({ '@type': 'Recipe', headline: 'Soup' })],
    ['nested without an end', data(JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`))],
    ['a title that is no text', data({ '@type': 'Article', headline: { a: 1 } })],
  ])('does not come from what is %s', (_, head) => {
    expect(find(bare, `${head}<title>On teams</title>`)?.title).toBe('On teams');
  });

  test('is not longer than is kept', () => {
    expect(find(bare, `<title>${'x'.repeat(5000)}</title>`)?.title).toHaveLength(1000);
  });
});

test('names that hide the DOM’s own do not hide the post', () => {
  const names = ['querySelectorAll', 'closest', 'contains', 'textContent', 'parentElement'];
  const form = `<form>${names.map((name) => `<input name="${name}">`).join('')}</form>`;
  const images = names.map((name) => `<img name="${name}">`).join('');
  expect(find(`${images}${form}<article><h1>On teams</h1>${TEXT}</article>`)?.title).toBe(
    'On teams',
  );
});

test('a blog of Blogger’s is read as the blog is', () => {
  const url = 'https://garden.example/2014/05/one.html?m=1';
  const page = aPage(
    `<div class="widget Blog"><div class="post hentry"><h3 class="post-title">One</h3><div class="post-body">${TEXT}</div></div></div>`,
    '<meta name="generator" content="blogger">',
  );
  const { findPosts, listBodies, toPermalink } = createSitePosts(page, url);
  expect(listBodies(page)).toHaveLength(1);
  expect(findPosts(page, url)).toMatchObject([
    { permalink: 'https://garden.example/2014/05/one.html', title: 'One' },
  ]);
  expect(toPermalink('https://www.elidedbranches.com/2014/05/one.html')).toBeUndefined();
});

describe('in HTML without a document', () => {
  const read = toPermalinkOn('quiet.example');
  const permalink = read(URL_OF) as NonNullable<ReturnType<typeof read>>;
  const post = (html: string) => findHtmlArticle(html, permalink, read);

  test('the post of a page is found, with its links', () => {
    const html = `<head><title>On teams · Quiet</title><meta property="og:title" content="On teams"></head><body>${NAV}<article>${TEXT}<a href="/letters/two/">two</a> <a href="https://else.example/x">x</a></article>${FOOT}`;
    expect(post(html)).toMatchObject({
      permalink: URL_OF,
      title: 'On teams',
      excerpt: false,
      links: ['https://quiet.example/letters/two/'],
    });
    expect(post(html)?.text).not.toContain('garden');
  });

  test.each([
    ['a list of posts', `<article>${TEXT}</article><article>${TEXT}</article>`],
    ['nothing that says what it is', `<div>${TEXT}</div>`],
    ['what is never closed and too short', '<article><p>One'],
    ['nothing', ''],
  ])('%s is no post', (_, html) => {
    expect(post(html)).toBeUndefined();
  });
});
