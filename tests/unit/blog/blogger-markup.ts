/** What Blogger's themes print, as far as finding posts depends on it. */

export const ORIGIN = 'https://www.elidedbranches.com';
export const HOME = `${ORIGIN}/`;

export const addressOf = (slug: string) => `${ORIGIN}/2014/05/${slug}.html`;

export interface PostMarkup {
  slug: string;
  title?: string;
  text?: string;
  labels?: string[];
  /** Where the post's own marks lead; the permalink unless given, and `null` for no such mark. */
  meta?: string | null;
  timestamp?: string | null;
  titleLink?: string | null;
  /** What stands between the body and the footer. */
  jump?: string;
}

const label = (name: string) => `<a href='/search/label/${name}' rel='tag'>${name}</a>`;

function heading(title: string, link: string | null): string {
  return `<h3 class='post-title entry-title' itemprop='name'>
    ${link === null ? title : `<a href='${link}'>${title}</a>`} </h3>`;
}

/** A post of a classic theme. */
export function classicPost(markup: PostMarkup): string {
  const { slug, title = slug, text = `Text of ${slug}.`, labels = [], jump = '' } = markup;
  const { meta, timestamp, titleLink } = { ...marksOf(slug), ...markup };
  return `<div class='post-outer'><div class='post hentry' itemprop='blogPost' itemscope='itemscope'>
    <meta content='1' itemprop='blogId'/><a name='2'></a>
    ${heading(title, titleLink)}
    <div class='post-body entry-content' id='post-body-2' itemprop='description articleBody'>${text}<div style='clear: both;'></div></div>
    ${jump}
    <div class='post-footer'>
      <span itemprop='author'><meta content='https://www.blogger.com/profile/1' itemprop='url'/></span>
      ${meta === null ? '' : `<meta content='${meta}' itemprop='url'/>`}
      ${timestamp === null ? '' : `<a class='timestamp-link' href='${timestamp}' rel='bookmark'><abbr class='published' itemprop='datePublished' title='2014-05-06T20:34:00+10:00'>8:34 PM</abbr></a>`}
      <span class='post-labels'>Labels: ${labels.map(label).join(', ')}</span>
    </div></div></div>`;
}

/** A post of a newer theme: no microdata, another frame. */
export function newerPost({
  slug,
  title = slug,
  text = `Text of ${slug}.`,
  labels = [],
}: PostMarkup) {
  return `<article class='post-outer-container'><div class='post-outer'><div class='post'>
    ${heading(title, addressOf(slug))}
    <span class='byline post-timestamp'><a class='timestamp-link' href='${addressOf(slug)}'><time class='published' datetime='2014-05-06T20:34:00+10:00'>May 6</time></a></span>
    <div class='post-body entry-content float-container' id='post-body-2'>${text}</div>
    <span class='byline post-labels'>${labels.map((name) => label(name).replace("'tag'", "'tag nofollow'")).join('')}</span>
    </div></div></article>`;
}

function marksOf(slug: string) {
  const address = addressOf(slug);
  return { meta: address, timestamp: address, titleLink: address };
}

export const NO_MARKS = { meta: null, timestamp: null, titleLink: null };

/** Blogger's list of posts, with whatever else it holds. */
export const blogWidget = (...posts: string[]) =>
  `<div class='main section'><div class='widget Blog' data-version='1' id='Blog1'>
    <div class='blog-posts hfeed'><div class='date-outer'><h2 class='date-header'>Tuesday</h2>${posts.join('')}</div></div>
    <div class='comments' id='comments'><div class='post-body'>A comment</div><a class='timestamp-link' href='${addressOf('of-a-comment')}'>then</a></div>
  </div></div>`;
