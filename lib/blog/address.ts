/** What tells one Blogger blog's addresses from all others. */
export interface Blog {
  /** The host of its canonical addresses. A leading `www.` is optional in what readers visit. */
  host: string;
  /** Its name at Blogspot, where it lived before it had a domain and where old links still point. */
  blogspotName: string;
}

/** The blog Waymark is made for. */
export const BLOG: Blog = { host: 'www.elidedbranches.com', blogspotName: 'whilefalse' };

/** Who writes it, for programs that ask for an author. */
export const BLOG_AUTHOR = 'Camille Fournier';

/** Where the blog's canonical addresses begin, without a slash at the end. */
export const BLOG_ORIGIN = `https://${BLOG.host}`;

/** Where the feed is asked for: the blog's own host, the only one Waymark has leave to fetch from. */
export const FEED_ORIGIN = BLOG_ORIGIN;

/**
 * The domains Blogspot is, or was, reached under. They are listed because a looser pattern would let in
 * `whilefalse.blogspot.evil.com`, or a `blogspot` of some country that never was Google's.
 */
const BLOGSPOT_DOMAIN = new RegExp(
  '^(com|a[elm]|b[aegj]|c[afhlvz]|d[ek]|f[ir]|gr|h[kru]|i[enst]|jp|kr|l[itu]|m[dkrxy]|n[lo]|p[et]|' +
    'qa|r[eosu]|s[egikn]|t[dw]|ug|vn|co\\.(at|i[dl]|ke|nz|uk|za)|' +
    'com\\.(a[ru]|b[ry]|c[oy]|e[egs]|mt|ng|tr|uy))$',
);

const PORT = /^(80|443)?$/;

/** Whether a host name, as `URL` writes it, is one of the blog's. */
function isHostOf(blog: Blog, hostname: string): boolean {
  const bare = hostname.replace(/\.$/, '').replace(/^www\./, '');
  if (bare === blog.host.replace(/^www\./, '')) return true;
  const prefix = `${blog.blogspotName}.blogspot.`;
  return bare.startsWith(prefix) && BLOGSPOT_DOMAIN.test(bare.slice(prefix.length));
}

/**
 * Read an address that lies on the blog, whichever of its names is used; undefined for any other
 * text. Userinfo and unusual ports are refused: no link of the blog has them, and lookalikes do.
 */
export function parseBlogUrl(url: string, blog = BLOG): URL | undefined {
  const parsed = URL.parse(url.trim());
  if (!parsed) return undefined;
  const { protocol, username, password, port, hostname } = parsed;
  const isWeb = protocol === 'http:' || protocol === 'https:';
  const isPlain = username === '' && password === '' && PORT.test(port);
  return isWeb && isPlain && isHostOf(blog, hostname) ? parsed : undefined;
}

/** Whether an address lies on the blog: a post, an archive, its feed, anything. */
export function isBlogUrl(url: string, blog = BLOG): boolean {
  return parseBlogUrl(url, blog) !== undefined;
}

/** Where Waymark works, as WebExtensions match patterns: the blog, and the address it had before. */
export const BLOG_MATCHES = ['*://*.elidedbranches.com/*', '*://whilefalse.blogspot.com/*'];
