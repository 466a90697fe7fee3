// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { parseFeed } from '../../../lib/blog/feed.ts';
import { findPosts } from '../../../lib/blog/page.ts';
import { postOfPage } from '../../../lib/blog/page-post.ts';
import {
  addressOf,
  blogWidget,
  classicPost,
  HOME,
  NO_MARKS,
  newerPost,
  ORIGIN,
} from './blogger-markup.ts';

function aPage(body: string, head = ''): Document {
  return new DOMParser().parseFromString(`<head>${head}</head><body>${body}</body>`, 'text/html');
}

const postsOn = (body: string, url = HOME, head = '') => findPosts(aPage(body, head), url);
const permalinksOn = (...page: Parameters<typeof postsOn>) =>
  postsOn(...page).map(({ permalink }) => permalink as string);

const canonical = (url: string) => `<link href='${url}' rel='canonical'/>`;

test.each([
  ['classic', classicPost],
  ['newer', newerPost],
])('a page of a %s theme shows each post with its own address', (_, post) => {
  const one = post({ slug: 'one', title: 'The\n first', labels: ['teams', 'hiring', 'teams'] });
  const posts = postsOn(blogWidget(one, post({ slug: 'two' })), `${ORIGIN}/2014/05/`);
  expect(posts).toMatchObject([
    {
      permalink: addressOf('one'),
      title: 'The first',
      labels: ['teams', 'hiring'],
      published: '2014-05-06T20:34:00+10:00',
    },
    { permalink: addressOf('two'), title: 'two', labels: [] },
  ]);
  expect(posts.map(({ body }) => body.textContent)).toEqual(['Text of one.', 'Text of two.']);
});

test.each([
  '/',
  '/?m=1',
  '/search/label/teams',
  '/search?q=x',
  '/2014_05_01_archive.html',
  '/2014/',
])('posts are found at %s', (path) => {
  expect(permalinksOn(blogWidget(classicPost({ slug: 'one' })), ORIGIN + path)).toEqual([
    addressOf('one'),
  ]);
});

test('the microdata is believed before the permanent link, and that before the title', () => {
  const at = (slug: string) => `http://whilefalse.blogspot.com/2014/05/${slug}.html?m=1`;
  const all = { slug: 'x', meta: at('meta'), timestamp: at('time'), titleLink: at('title') };
  const posts = [all, { ...all, meta: null }, { ...all, meta: null, timestamp: null }];
  expect(permalinksOn(blogWidget(...posts.map(classicPost)))).toEqual(
    ['meta', 'time', 'title'].map(addressOf),
  );
});

test('a mark that leads to no post is passed over, and a relative one is resolved', () => {
  const post = classicPost({
    slug: 'x',
    meta: 'https://example.org/',
    timestamp: '/2014/05/one.html',
  });
  expect(permalinksOn(blogWidget(post))).toEqual([addressOf('one')]);
});

test('on its own page a post without marks has the page’s address and a bare title', () => {
  const body = blogWidget(classicPost({ slug: 'one', title: 'Bare &amp; plain', ...NO_MARKS }));
  const [post] = postsOn(body, `${addressOf('one')}?m=1#more`);
  expect(post).toMatchObject({ permalink: addressOf('one'), title: 'Bare & plain' });
  expect(post).not.toHaveProperty('published');
  expect(permalinksOn(body, `${ORIGIN}/b/preview`, canonical(addressOf('one')))).toEqual([
    addressOf('one'),
  ]);
});

test('a page that shows several posts lends its address to none', () => {
  const body = blogWidget(classicPost({ slug: 'one', ...NO_MARKS }), classicPost({ slug: 'two' }));
  const head = canonical(addressOf('one'));
  expect(permalinksOn(body, addressOf('one'), head)).toEqual([addressOf('two')]);
  // Not by a reference to the page itself either.
  const toPage = { slug: 'x', meta: '', timestamp: '#', titleLink: '?m=1#top' };
  const listed = blogWidget(classicPost(toPage), classicPost({ slug: 'two' }));
  expect(permalinksOn(listed, addressOf('one'), head)).toEqual([addressOf('two')]);
});

test('a list of one post does not lend it the list’s address', () => {
  const body = blogWidget(classicPost({ slug: 'one', ...NO_MARKS }));
  expect(permalinksOn(body, HOME, canonical(HOME))).toEqual([]);
});

test('static pages and other sites hold no posts', () => {
  const body = blogWidget(classicPost({ slug: 'one' }));
  expect(permalinksOn(body, `${ORIGIN}/p/about.html`)).toEqual([]);
  expect(permalinksOn(body, 'https://example.org/2014/05/one.html')).toEqual([]);
  expect(permalinksOn(body, 'no address')).toEqual([]);
});

test('the mobile list of snippets is no list of posts', () => {
  const snippet = `<div class='mobile-post-outer'><a href='${addressOf('one')}?m=1'>
    <h3 class='mobile-index-title'>One</h3><div class='post-body'>Text of …</div></a></div>`;
  expect(postsOn(blogWidget(snippet), `${ORIGIN}/?m=1`)).toEqual([]);
  const inLink = `<div class='post'><a href='${addressOf('one')}'><div class='post-body'>Text of …</div></a></div>`;
  expect(postsOn(blogWidget(inLink), addressOf('one'))).toEqual([]);
});

test('the snippets newer themes list are no posts', () => {
  const snippet = newerPost({ slug: 'one' }).replace('post-body-2', 'post-snippet-2');
  expect(postsOn(blogWidget(snippet))).toEqual([]);
});

test.each(['FeaturedPost', 'PopularPosts'])(
  'a %s widget is passed over, inside or outside',
  (name) => {
    const widget = `<div class='widget ${name}'>${classicPost({ slug: 'other' })}</div>`;
    const one = classicPost({ slug: 'one' });
    expect(permalinksOn(widget + blogWidget(one) + widget)).toEqual([addressOf('one')]);
    expect(permalinksOn(blogWidget(one, widget))).toEqual([addressOf('one')]);
    // A theme without the class of the list still names its other widgets.
    expect(permalinksOn(`${widget}<main>${one}</main>`)).toEqual([addressOf('one')]);
  },
);

test.each([
  ['class="post-body"', ''],
  ['id="post-body-7"', ''],
  ['itemprop="description articleBody"', ''],
  ['class="entry-content"', ''],
])('without the list’s class a body is known by %s', (mark) => {
  const body = `<div class='post hentry'><h1 class='entry-title'>One</h1><div ${mark}>Text.</div></div>`;
  expect(postsOn(body, addressOf('one'))).toMatchObject([
    { permalink: addressOf('one'), title: 'One' },
  ]);
});

test('a theme that marks nothing but bodies keeps its posts apart', () => {
  const post = (slug: string) =>
    `<div><h2 class='post-title'><a href='${addressOf(slug)}'>${slug}</a></h2><div class='post-body'>Text.</div></div>`;
  expect(postsOn(`<main>${post('one')}${post('two')}</main>`)).toMatchObject([
    { permalink: addressOf('one'), title: 'one' },
    { permalink: addressOf('two'), title: 'two' },
  ]);
});

test('what a body or a comment quotes is no post, title, date, label or address', () => {
  const quoted = newerPost({ slug: 'quoted', labels: ['quoted'] });
  const meta = `<meta itemprop='url' content='${addressOf('quoted')}'>`;
  const one = classicPost({ slug: 'one', title: '', text: `${quoted}${meta}`, ...NO_MARKS });
  const posts = postsOn(blogWidget(one), addressOf('one'));
  expect(posts).toMatchObject([{ permalink: addressOf('one'), title: '', labels: [] }]);
  expect(posts[0]).not.toHaveProperty('published');
  // Nor when the outer body has lost its class.
  const bare = one.replace("class='post-body entry-content' id", 'id');
  expect(postsOn(blogWidget(bare), addressOf('one'))[0]?.body.id).toBe('post-body-2');
});

test('a post that stands twice is given once for each body', () => {
  const posts = postsOn(blogWidget(classicPost({ slug: 'one' }), classicPost({ slug: 'one' })));
  expect(posts.map(({ permalink }) => permalink)).toEqual([addressOf('one'), addressOf('one')]);
  expect(posts[0]?.body).not.toBe(posts[1]?.body);
  const nested = `<div class='widget Blog'>${blogWidget(classicPost({ slug: 'one' }))}</div>`;
  expect(postsOn(nested)).toHaveLength(1);
});

test('names that hide the DOM’s own do not hide the posts', () => {
  const names = [
    'querySelectorAll',
    'closest',
    'contains',
    'matches',
    'getAttribute',
    'parentElement',
    'textContent',
    'body',
    'head',
  ];
  const images = names.map((name) => `<img name='${name}'><a name='${name}'></a>`).join('');
  const inputs = names.map((name) => `<input name='${name}'>`).join('');
  const form = classicPost({ slug: 'one' })
    .replace("<div class='post-body", `<form>${inputs}$&`)
    .replace("<div class='post-footer", '</form>$&');
  const document = aPage(images + blogWidget(form, classicPost({ slug: 'two' })));
  expect(typeof document.querySelectorAll, 'the page does clobber').not.toBe('function');
  // jsdom does not let inputs hide a form's own names, as browsers do.
  const clobbered = document.forms[0];
  for (const name of names) Object.defineProperty(clobbered, name, { value: null });
  expect(findPosts(document, HOME)).toMatchObject([
    { permalink: addressOf('one'), title: 'one' },
    { permalink: addressOf('two'), title: 'two' },
  ]);
});

test('a link to a comment is not the address of the post above it', () => {
  const post = `<article class='post-outer-container'><div class='post-body'>Text.</div>
    <section class='comments'><a class='timestamp-link' href='${addressOf('other')}'>then</a></section></article>`;
  expect(permalinksOn(blogWidget(post))).toEqual([]);
});

test('beside Blogger’s list, what looks like a post in no widget is none', () => {
  const [one, aside] = ['one', 'aside'].map((slug) => classicPost({ slug }));
  expect(permalinksOn(`${aside}${blogWidget(one ?? '')}`)).toEqual([addressOf('one')]);
});

test('an empty page holds no posts', () => {
  expect(findPosts(document.implementation.createHTMLDocument(), HOME)).toEqual([]);
});

function keptFrom(markup: Partial<Parameters<typeof classicPost>[0]>, url = HOME) {
  const [post] = postsOn(blogWidget(classicPost({ slug: 'one', ...markup })), url);
  return post && postOfPage(post, 'Text.');
}

test('a post read from a page is kept without its element', () => {
  expect(keptFrom({ labels: ['teams'] })).toEqual({
    permalink: addressOf('one'),
    title: 'one',
    labels: ['teams'],
    published: '2014-05-06T20:34:00+10:00',
    text: 'Text.',
    excerpt: false,
  });
});

test('a page and the feed tell the same links of a post', () => {
  const text =
    '<a href="http://whilefalse.blogspot.co.uk/2013/01/b.html?m=1&amp;x=1#c1">b</a>' +
    '<a href="../../2013/01/a.html">a</a> <a href="//www.elidedbranches.com/2013/01/b.html">b</a>' +
    `<a href="${addressOf('one')}#more">itself</a> <a name="x">none</a> <a href="/p/about.html">p</a>`;
  const link = [{ rel: 'alternate', href: addressOf('one') }];
  const { entries } = parseFeed({ feed: { entry: [{ link, content: { $t: text } }] } });
  const links = keptFrom({ text })?.links;
  expect(links).toEqual([
    'https://www.elidedbranches.com/2013/01/b.html',
    'https://www.elidedbranches.com/2013/01/a.html',
  ]);
  expect(entries[0]?.post.links).toEqual(links);
});

test('a body that stops at a jump to its own rest is an excerpt', () => {
  const jump = (slug: string) =>
    `<div class='jump-link'><a href='${addressOf(slug)}#more'>Read more »</a></div>`;
  expect(keptFrom({ jump: jump('one') })).toMatchObject({ excerpt: true });
  expect(keptFrom({ text: `Text. ${jump('one')}` })).toMatchObject({ excerpt: true });
  expect(keptFrom({ text: `Text. ${jump('one')} And on.` })).toMatchObject({ excerpt: false });
  expect(keptFrom({ text: `Text. ${jump('two')}` })).toMatchObject({ excerpt: false });
  expect(keptFrom({ text: 'Text.<a name="more"></a> More.' })).toMatchObject({ excerpt: false });
});
