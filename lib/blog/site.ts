import { BLOG, isBlogUrl } from './address.ts';

/**
 * A site beside the blog, on which the reader has asked Waymark to work: its host, exactly as
 * addresses have it. `www.example.com` and `example.com` are two.
 */
export type Site = string;

/**
 * A name of the public internet, as `URL` writes it: with a dot in it and letters at its end, so
 * that neither addresses of machines nor names of a reader's own network are among them.
 */
const PUBLIC_NAME =
  /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/** Endings that are never somebody's site on the internet (RFC 6761, RFC 6762, RFC 8375). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa|onion)$/;

/**
 * An address on which Waymark can work beside the blog, read; undefined for any other text. It has
 * to be encrypted: what a page says over plain http, anyone on the way may have said.
 */
export function parseSiteUrl(url: string): URL | undefined {
  const parsed = URL.parse(url.trim());
  if (!parsed) return undefined;
  const { protocol, username, password, port, hostname } = parsed;
  const isPlain = protocol === 'https:' && username === '' && password === '' && port === '';
  const isPublic = PUBLIC_NAME.test(hostname) && !PRIVATE_NAME.test(hostname);
  return isPlain && isPublic && !isBlogUrl(parsed.href) ? parsed : undefined;
}

/** The site an address lies on; the blog, whatever name it goes by, is one too. */
export function findSite(url: string): Site | undefined {
  return isBlogUrl(url) ? BLOG.host : parseSiteUrl(url)?.hostname;
}

/** The site of a post that is not the blog's, to be named beside it. */
export function otherSiteOf(url: string): Site | undefined {
  const site = findSite(url);
  return site === BLOG.host ? undefined : site;
}

/** What the browser is asked for, to work on a site: its host alone, as a match pattern. */
export function toMatch(site: Site): string {
  return `https://${site}/*`;
}

/** The site a match pattern stands for; undefined for one that takes in more than a single host. */
export function siteOfMatch(match: string): Site | undefined {
  const host = /^https:\/\/([^/*]+)\/\*$/.exec(match)?.[1];
  return host === undefined ? undefined : parseSiteUrl(`https://${host}/`)?.hostname;
}
