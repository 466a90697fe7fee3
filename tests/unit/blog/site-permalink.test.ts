import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPermalink } from '../../../lib/blog/permalink.ts';
import {
  findSite,
  otherSiteOf,
  parseSiteUrl,
  siteOfMatch,
  toMatch,
} from '../../../lib/blog/site.ts';
import {
  isPermalink,
  toAnyPermalink,
  toBloggerPermalinkOn,
  toPermalinkOn,
  toSitePermalink,
} from '../../../lib/blog/site-permalink.ts';
import { WELL_KNOWN_SITES } from '../../../lib/blog/well-known-sites.ts';

const PAGE = 'https://quiet.example/letters/on-teams/';

test('of a page there is one permalink, and it stands for itself', () => {
  const parts = fc.constantFrom('a', '/', '..', '%2e', '%7E', '%2F', '?p=1', '&utm_x=1', '#x', 'é');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (pieces) => {
      const permalink = toSitePermalink(`https://quiet.example/${pieces.join('')}`);
      if (permalink === undefined) return;
      expect(toSitePermalink(permalink)).toBe(permalink);
      expect(isPermalink(permalink)).toBe(true);
    }),
  );
});

test.each([
  `${PAGE}#comments`,
  `${PAGE}?utm_source=mail&utm_medium=x`,
  `${PAGE}?fbclid=abc`,
  `${PAGE}?UTM_Source=mail`,
  `  ${PAGE}`,
  'https://QUIET.example/letters//on-teams/',
  'https://quiet.example:443/letters/on-teams/',
  'https://quiet.example/letters/%6Fn-teams/',
])('%j leads to the same page', (url) => {
  expect(toSitePermalink(url)).toBe(PAGE);
});

test('what is shown may depend on the query, which then stays', () => {
  expect(toSitePermalink('https://quiet.example/?p=123&utm_source=x')).toBe(
    'https://quiet.example/?p=123',
  );
  expect(toSitePermalink('https://quiet.example/view?id=1')).not.toBe(
    toSitePermalink('https://quiet.example/view?id=2'),
  );
});

test('of a post of Blogger’s the query is never part', () => {
  const post = 'https://garden.example/2014/05/one.html';
  expect(toSitePermalink(`${post}?m=1&showComment=7#c7`)).toBe(post);
  expect(toBloggerPermalinkOn('garden.example')(`${post}?m=1`)).toBe(post);
  expect(toBloggerPermalinkOn('garden.example')('https://garden.example/p/about.html')).toBe(
    undefined,
  );
});

describe('no page of another site is', () => {
  test.each([
    'https://quiet.example/',
    'https://quiet.example/?utm_source=mail',
    'http://quiet.example/on-teams',
    'https://reader:secret@quiet.example/on-teams',
    'https://quiet.example:8443/on-teams',
    'https://localhost/on-teams',
    'https://printer.local/on-teams',
    'https://wiki.internal/on-teams',
    'https://192.168.1.1/on-teams',
    'https://2130706433/on-teams',
    'https://[::1]/on-teams',
    'https://intranet/on-teams',
    'https://quiet.example./on-teams',
    'https://www.elidedbranches.com/2014/05/one.html',
    'https://whilefalse.blogspot.com/2014/05/one.html',
    'ftp://quiet.example/on-teams',
    'javascript:alert(1)//quiet.example/x',
    `https://quiet.example/${'x'.repeat(2000)}`,
    'on-teams',
    '',
  ])('%j', (url) => {
    expect(toSitePermalink(url)).toBeUndefined();
  });
});

test('the blog’s posts keep their own permalinks, and no other page of the blog has one', () => {
  expect(toPermalink(PAGE)).toBeUndefined();
  const post = 'https://www.elidedbranches.com/2014/05/one.html';
  expect(toAnyPermalink(`http://elidedbranches.com/2014/05/one.html?m=1`)).toBe(post);
  expect(toAnyPermalink('https://www.elidedbranches.com/2014/05/')).toBeUndefined();
  expect(isPermalink(post)).toBe(true);
  expect(isPermalink('https://whilefalse.blogspot.com/2014/05/one.html')).toBe(false);
});

test('an address of another host is none of a site’s, however alike they look', () => {
  const read = toPermalinkOn('quiet.example');
  expect(read(PAGE)).toBe(PAGE);
  expect(read('https://www.quiet.example/letters/on-teams/')).toBeUndefined();
  expect(read('https://quiet.example.evil.example/letters/on-teams/')).toBeUndefined();
});

test('the browser is asked for one host, and only what it grants for one host counts', () => {
  expect(toMatch('quiet.example')).toBe('https://quiet.example/*');
  expect(siteOfMatch(toMatch('quiet.example'))).toBe('quiet.example');
  const wider = ['https://*/*', 'https://*.example/*', '<all_urls>', '*://quiet.example/*'];
  expect(wider.map(siteOfMatch)).toEqual(wider.map(() => undefined));
  expect(siteOfMatch('https://www.elidedbranches.com/*')).toBeUndefined();
  expect(siteOfMatch('https://quiet.example/letters/*')).toBeUndefined();
});

test('the blog is one site under all its names, and is not named beside a post', () => {
  expect(findSite('http://whilefalse.blogspot.com/x')).toBe('www.elidedbranches.com');
  expect(otherSiteOf('https://www.elidedbranches.com/2014/05/one.html')).toBeUndefined();
  expect(otherSiteOf(PAGE)).toBe('quiet.example');
});

test('the sites that are offered can all be added, each once', () => {
  const hosts = WELL_KNOWN_SITES.map(({ site }) => parseSiteUrl(`https://${site}/`)?.hostname);
  expect(hosts).toEqual(WELL_KNOWN_SITES.map(({ site }) => site));
  expect(new Set(hosts).size).toBe(12);
});
