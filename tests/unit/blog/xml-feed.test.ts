import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FeedError } from '../../../lib/blog/feed-error.ts';
import { toPermalinkOn } from '../../../lib/blog/site-permalink.ts';
import { findXmlEntry, toDate } from '../../../lib/blog/xml-entry.ts';
import { parseXmlList } from '../../../lib/blog/xml-feed.ts';

const FEED = 'https://quiet.example/feed.xml';
const read = toPermalinkOn('quiet.example');
const entriesOf = (xml: string) =>
  parseXmlList(xml).entries.flatMap((raw) => findXmlEntry(raw, read, FEED) ?? []);
const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Quiet</title><link>https://quiet.example/</link>${items}</channel></rss>`;

test('RSS 2.0 is read: title, address, date, labels and the whole text', () => {
  const xml =
    rss(`<item><title>Teams &amp; more</title><link>https://quiet.example/one?utm_source=rss</link>
    <guid isPermaLink="false">q-1</guid><pubDate>Tue, 04 Mar 2025 10:00:00 +0100</pubDate>
    <category>teams</category><category>teams</category><description>Short.</description>
    <content:encoded><![CDATA[<p>Whole &amp; <b>bold</b>.</p><p><a href="/two">Two</a></p>]]></content:encoded></item>`);
  expect(entriesOf(xml)).toEqual([
    {
      id: 'q-1',
      post: {
        permalink: 'https://quiet.example/one',
        title: 'Teams & more',
        labels: ['teams'],
        published: '2025-03-04T09:00:00.000Z',
        text: 'Whole & bold.\n\nTwo',
        excerpt: false,
        links: ['https://quiet.example/two'],
      },
    },
  ]);
});

test('Atom is read, and so is markup that is written out in it', () => {
  const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="${FEED}"/>
    <entry><id>tag:quiet,1</id><title type="html">One &amp;lt;two&amp;gt;</title>
    <link rel="edit" href="https://quiet.example/edit"/><link href="/one"/>
    <published>2025-03-04T10:00:00Z</published><updated>2025-03-05T10:00:00Z</updated>
    <category term="teams"/><summary>Short.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First.</p><p>Second.</p></div></content></entry></feed>`;
  expect(entriesOf(xml)).toMatchObject([
    {
      id: 'tag:quiet,1',
      updated: '2025-03-05T10:00:00Z',
      post: {
        permalink: 'https://quiet.example/one',
        title: 'One <two>',
        labels: ['teams'],
        published: '2025-03-04T10:00:00Z',
        text: 'First.\n\nSecond.',
        excerpt: false,
      },
    },
  ]);
});

test('RSS 1.0 is read, and a description alone is an excerpt', () => {
  const xml = `<rdf:RDF><channel/><item rdf:about="x"><title>One</title><link>https://quiet.example/one</link><description>Short.</description><dc:date>2025-03-04</dc:date></item></rdf:RDF>`;
  expect(entriesOf(xml)[0]?.post).toMatchObject({
    text: 'Short.',
    excerpt: true,
    published: '2025-03-04',
  });
});

test('a sitemap lists addresses and when they were changed', () => {
  const xml = `<urlset><url><loc>https://quiet.example/one</loc><lastmod>2025-03-04</lastmod></url><url><loc> https://quiet.example/two </loc></url></urlset>`;
  const { kind, entries } = parseXmlList(xml);
  expect(kind).toBe('sitemap');
  expect(entries.map(({ links }) => links[0]?.href)).toEqual([
    'https://quiet.example/one',
    'https://quiet.example/two',
  ]);
  expect(parseXmlList('<sitemapindex><sitemap><loc>a</loc></sitemap></sitemapindex>').kind).toBe(
    'sitemaps',
  );
});

test.each([
  ['of another host', '<link>https://other.example/one</link>'],
  ['of the blog', '<link>https://www.elidedbranches.com/2014/05/one.html</link>'],
  ['that is a script', '<link>javascript:alert(1)</link>'],
  ['that is the front page', '<link>https://quiet.example/</link>'],
  ['that is missing', ''],
])('an entry with an address %s is left out', (_, link) => {
  expect(entriesOf(rss(`<item><title>x</title>${link}</item>`))).toEqual([]);
});

describe('hostile documents', () => {
  test('entities that a document declares for itself are never read', () => {
    const lol = Array.from(
      { length: 9 },
      (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    ).join('');
    const xml = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol}<!ENTITY f SYSTEM "file:///etc/passwd">]>
      ${rss('<item><title>&l9;&f;</title><link>https://quiet.example/one</link></item>')}`;
    const started = performance.now();
    let title: string | undefined;
    try {
      title = entriesOf(xml)[0]?.post.title;
    } catch (error) {
      expect(error).toBeInstanceOf(FeedError);
    }
    expect(performance.now() - started).toBeLessThan(1000);
    expect(title ?? '').not.toContain('lollol');
    expect(title ?? '').not.toContain('root:');
  });

  test('scripts in a post are not part of its text', () => {
    const xml = rss(
      '<item><link>https://quiet.example/one</link><description>&lt;p onclick="x()"&gt;Text&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;</description></item>',
    );
    expect(entriesOf(xml)[0]?.post.text).toBe('Text');
  });

  test.each([
    ['a web page', '<!doctype html><html><body><item/></body></html>'],
    ['JSON', '{"items":[]}'],
    ['nothing', ''],
    ['text', 'rss'],
    ['nested without an end', '<rss>'.repeat(100_000)],
    ['of more entries than any feed', rss('<item/>'.repeat(501))],
    ['a sitemap of millions', `<urlset>${'<url/>'.repeat(5001)}</urlset>`],
  ])('what is %s is refused', (_, xml) => {
    expect(() => parseXmlList(xml)).toThrow(FeedError);
  });

  test('a post that never ends is cut, and is an excerpt', () => {
    const xml = rss(
      `<item><link>https://quiet.example/one</link><content:encoded>${'word '.repeat(1_000_000)}</content:encoded></item>`,
    );
    const [entry] = entriesOf(xml);
    expect(entry?.post.text.length).toBeLessThanOrEqual(1_000_000);
    expect(entry?.post.excerpt).toBe(true);
  });

  test('whatever stands there is read, or refused with a reason', () => {
    const piece = fc.constantFrom(
      ...'<rss> <feed> <item> </item> <entry> <link> </link> <title> <![CDATA[ ]]> & &amp; &#x0; &#xD800; <!-- --> <? ?> <!DOCTYPE " \' = href="/a" /> </rss> x \u0000'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          entriesOf(pieces.join(' '));
        } catch (error) {
          expect(error).toBeInstanceOf(FeedError);
        }
      }),
    );
  });
});

test('dates of both kinds are read, and nothing else is taken for one', () => {
  expect(toDate('2025-03-04')).toBe('2025-03-04');
  expect(toDate('4 Mar 2025 10:00 GMT')).toBe('2025-03-04T10:00:00.000Z');
  expect(['soon', '1', 'Tue, 99 Xyz 2025 10:00:00 GMT', ''].map(toDate)).toEqual(
    Array(4).fill(undefined),
  );
});
