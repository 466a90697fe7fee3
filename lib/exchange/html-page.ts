import { micromark } from 'micromark';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';
import { type Annotation, isPresent, noteOf, tagsOf } from '../annotation/annotation.ts';
import { kindOf } from '../annotation/kind.ts';
import { isWholePost } from '../annotation/target.ts';
import type { AnnotatedPost } from '../markdown/annotated-post.ts';
import { dayOf } from '../markdown/inline.ts';
import type { MarkdownWords } from '../markdown/words.ts';

/** Quiet on a screen, and on paper: nothing is loaded from anywhere. */
const STYLE = `
  :root { color-scheme: light dark; }
  body { max-width: 38rem; margin: 3rem auto; padding: 0 1rem; font: 1rem/1.6 Georgia, serif; }
  h1, h2 { line-height: 1.25; break-after: avoid; }
  h2 { margin-top: 3rem; }
  a { color: inherit; }
  blockquote { margin: 2rem 0 0.5rem; padding-left: 1rem; border-left: 0.25rem solid; white-space: pre-line; }
  article { break-inside: avoid; }
  footer, .details { font: 0.85rem/1.5 system-ui, sans-serif; opacity: 0.75; }
  table { border-collapse: collapse; } td, th { border: 1px solid; padding: 0.2rem 0.5rem; }
  pre { overflow: auto; }
  @media print { body { margin: 0 auto; } a { text-decoration: none; } }`;

/** What may be chosen about the page. */
export interface HtmlPageOptions {
  /** The language of the words, as a BCP 47 tag. */
  language: string;
  words: MarkdownWords;
}

/**
 * Annotations as one HTML page to print or to mail. It has no script, loads nothing, and says so in
 * a policy of its own; all that comes from a blog or a reader is text in it, notes are Markdown
 * without HTML, and links lead to http, https and mail only.
 */
export function toHtmlPage(posts: readonly AnnotatedPost[], options: HtmlPageOptions): string {
  return Array.from(writeHtmlPage(posts, options)).join('');
}

/** The same in parts, an annotation each, so that a long one can be written in slices. */
export function* writeHtmlPage(
  posts: readonly AnnotatedPost[],
  { language, words }: HtmlPageOptions,
): Generator<string, void, undefined> {
  const [only, ...others] = posts;
  const title = only && others.length === 0 ? only.title : words.readingNotes;
  const level = others.length === 0 ? 1 : 2;
  yield `<!doctype html>
<html lang="${toHtmlText(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${toHtmlText(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
${level === 2 ? `<h1>${toHtmlText(title)}</h1>\n` : ''}`;
  for (const post of posts) yield* writeSection(post, level, words);
  yield '</body>\n</html>\n';
}

function* writeSection(post: AnnotatedPost, level: 1 | 2, words: MarkdownWords) {
  const details = [dayOf(post.published), post.labels.join(', ')].filter(Boolean).join(' · ');
  yield `<section>
<h${level}><a href="${toHtmlText(toSafeUrl(post.permalink))}">${toHtmlText(post.title)}</a></h${level}>
${details ? `<p class="details">${toHtmlText(details)}</p>\n` : ''}`;
  for (const one of post.annotations) {
    if (isPresent(one)) yield `${toArticle(one, words)}\n`;
  }
  yield '</section>\n';
}

function toArticle(annotation: Annotation, { due }: MarkdownWords): string {
  const { target, action } = annotation;
  const kind = kindOf(annotation);
  const box =
    kind === 'action' ? (action?.done === undefined ? '☐' : '☑') : kind === 'question' ? '?' : '';
  const details = [
    box,
    action?.due && `${due} ${action.due}`,
    ...tagsOf(annotation).map((tag) => `#${tag}`),
  ]
    .filter(Boolean)
    .join(' ');
  return `<article>
${isWholePost(target) ? '' : `<blockquote cite="${toHtmlText(target.source)}">${toHtmlText(target.passage)}</blockquote>\n`}${details ? `<p class="details">${toHtmlText(details)}</p>\n` : ''}${noteToHtml(noteOf(annotation))}
</article>`;
}

/** A note's Markdown as HTML; HTML within it is text, and addresses are safe by micromark's rules. */
function noteToHtml(note: string): string {
  return micromark(note, {
    extensions: [gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
    htmlExtensions: [gfmStrikethroughHtml(), gfmTableHtml(), gfmTaskListItemHtml()],
  });
}

function toSafeUrl(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '';
}

function toHtmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
