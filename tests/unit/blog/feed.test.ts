import { expect, test } from 'vitest';
import { feedUrl, parseFeed } from '../../../lib/blog/feed.ts';
import { FeedError } from '../../../lib/blog/feed-error.ts';

const HREF = 'http://whilefalse.blogspot.com/2014/05/some-slug.html';
const PERMALINK = 'https://www.elidedbranches.com/2014/05/some-slug.html';

function anEntry(fields: Record<string, unknown> = {}) {
  return {
    id: { $t: 'tag:blogger.com,1999:blog-1.post-2' },
    published: { $t: '2014-05-06T07:08:00.000-05:00' },
    updated: { $t: '2014-06-01T00:00:00.001-05:00' },
    category: [
      { scheme: 'http://www.blogger.com/atom/ns#', term: 'management' },
      {
        scheme: 'http://schemas.google.com/g/2005#kind',
        term: 'http://schemas.google.com/blogger/2008/kind#post',
      },
    ],
    title: { type: 'text', $t: 'Q&amp;A &#8220;here&#8221;' },
    content: { type: 'html', $t: 'One.<br /><br />Two.' },
    link: [
      { rel: 'replies', href: `${HREF}#comment-form` },
      { rel: 'self', href: 'http://www.blogger.com/feeds/1/posts/default/2' },
      { rel: 'alternate', type: 'text/html', href: HREF },
    ],
    author: [{ name: { $t: 'Author' } }],
    thr$total: { $t: '3' },
    ...fields,
  };
}

function aFeed(entry?: unknown, total: unknown = { $t: '112' }) {
  return {
    version: '1.0',
    feed: {
      updated: { $t: '2026-05-31T00:00:00.000-05:00' },
      openSearch$totalResults: total,
      ...(entry !== undefined && { entry }),
    },
  };
}

const firstPost = (fields: Record<string, unknown>) =>
  parseFeed(aFeed([anEntry(fields)])).entries[0]?.post;

test('an entry becomes a post under its permalink', () => {
  expect(parseFeed(aFeed([anEntry()]))).toEqual({
    entries: [
      {
        id: 'tag:blogger.com,1999:blog-1.post-2',
        updated: '2014-06-01T00:00:00.001-05:00',
        post: {
          permalink: PERMALINK,
          title: 'Q&A “here”',
          labels: ['management'],
          published: '2014-05-06T07:08:00.000-05:00',
          text: 'One.\n\nTwo.',
          excerpt: false,
          entryId: 'tag:blogger.com,1999:blog-1.post-2',
        },
      },
    ],
    total: 112,
    received: 1,
    updated: '2026-05-31T00:00:00.000-05:00',
  });
});

test('a post keeps its links to other posts of the blog, in order, each once, under today’s name', () => {
  const other = (slug: string) => `http://whilefalse.blogspot.com/2013/01/${slug}.html`;
  const html =
    `<a href="${other('b')}?m=1&amp;x=1#c1">b</a> <a name="x" href='/2013/01/a.html'>a</a>` +
    `<a href="${other('b')}">again</a> <a href="${HREF}#more">itself</a>` +
    '<a href="https://example.com/2013/01/c.html">elsewhere</a> <a href="javascript:alert(1)">no</a>' +
    `<script>'<a href="${other('d')}">'</script><template><a href="${other('g')}"></template><!-- <a href="${other('e')}"> --><img href="${other('f')}">`;
  expect(firstPost({ content: { $t: html } })?.links).toEqual([
    'https://www.elidedbranches.com/2013/01/b.html',
    'https://www.elidedbranches.com/2013/01/a.html',
  ]);
});

test('what is too long is cut, and a post whose text was cut is an excerpt', () => {
  const link = (index: number) => `<a href="/2013/01/post-${index}.html">x</a>`;
  const post = firstPost({
    id: { $t: 'x'.repeat(10_000) },
    title: { $t: 't'.repeat(100_000) },
    content: { $t: Array.from({ length: 500 }, (_, i) => link(i)).join('') + 'x '.repeat(3e6) },
    category: Array.from({ length: 1000 }, (_, index) => ({ term: `${index}`.repeat(1000) })),
  });
  expect(post?.title).toHaveLength(1000);
  expect(post?.text).toHaveLength(1_000_000);
  expect(post?.excerpt).toBe(true);
  expect(post?.links).toHaveLength(100);
  expect(post?.labels).toHaveLength(100);
  expect(post?.labels.every(({ length }) => length <= 1000)).toBe(true);
  expect(post).not.toHaveProperty('entryId');
});

test('markup without an end hides the rest of a post, which is then an excerpt', () => {
  const post = firstPost({ content: { $t: `One.${'<b></b>'.repeat(600_000)}Two.` } });
  expect(post).toMatchObject({ text: 'One.', excerpt: true });
});

test('a page with more entries than Blogger ever sent is refused', () => {
  const entries = Array.from({ length: 501 }, () => anEntry());
  expect(() => parseFeed(aFeed(entries))).toThrow(FeedError);
});

test('markup in a post is text, and nothing of it is run', () => {
  const html = '<img src=x onerror="alert(1)"><script>alert(2)</script>a &lt;b&gt;';
  expect(firstPost({ content: { $t: html } })?.text).toBe('a <b>');
});

test('a blog without posts leaves the list of entries out', () => {
  expect(parseFeed(aFeed(undefined, { $t: '0' }))).toMatchObject({
    entries: [],
    total: 0,
    received: 0,
  });
});

test('an entry that leads to no post is counted and left out', () => {
  const feed = aFeed([
    anEntry({ link: undefined }),
    anEntry({ link: [{ rel: 'alternate', href: 'https://www.elidedbranches.com/p/about.html' }] }),
    anEntry({ link: [{ rel: 'related', href: HREF }, { rel: 'alternate' }, null] }),
    null,
    'entry',
    anEntry(),
  ]);
  const page = parseFeed(feed);
  expect(page.received).toBe(6);
  expect(page.entries.map(({ post }) => post.permalink)).toEqual([PERMALINK]);
});

test('a post of a short feed is an excerpt', () => {
  expect(firstPost({ content: undefined, summary: { $t: 'The beginning …' } })).toMatchObject({
    text: 'The beginning …',
    excerpt: true,
  });
  expect(firstPost({ content: undefined })).toMatchObject({ text: '', excerpt: true });
});

test('a post whose content stops at a jump to its rest is an excerpt', () => {
  const content = (html: string) => firstPost({ content: { $t: html } })?.excerpt;
  expect(content(`<p>One.</p><a href="${HREF}#more">Read <b>more</b> »</a></div>\n`)).toBe(true);
  expect(content(`See <a href="${HREF}#more">the rest</a> of it.`)).toBe(false);
  expect(content(`<a href="${HREF.replace('some', 'other')}#more">There</a>`)).toBe(false);
  expect(content('One.<a name="more"></a>Two.')).toBe(false);
});

test('what is missing or of another kind is absent', () => {
  const entry = anEntry({
    id: 7,
    published: { $t: 'yesterday' },
    updated: {},
    category: 'x',
    title: null,
  });
  expect(parseFeed(aFeed([entry], { $t: 'many' }))).toMatchObject({
    total: undefined,
    entries: [{ id: PERMALINK, post: { title: '', labels: [] } }],
  });
  expect(firstPost({ published: { $t: 'yesterday' } })).not.toHaveProperty('published');
});

test.each([
  [null],
  [undefined],
  ['<html>'],
  [[]],
  [{}],
  [{ feed: null }],
  [{ feed: { entry: 'x' } }],
])('%j is refused as no feed', (value) => {
  expect(() => parseFeed(value)).toThrow(FeedError);
});

test('a page of the feed is asked for on the blog’s own host', () => {
  expect(feedUrl(151, 150)).toBe(
    'https://www.elidedbranches.com/feeds/posts/default?alt=json&start-index=151&max-results=150&orderby=published',
  );
});
