import type { Blockquote, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as mdastToMarkdown } from 'mdast-util-to-markdown';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import TurndownService from 'turndown';
import { type Annotation, noteOf, tagsOf } from '../../../lib/annotation/annotation.ts';
import type { AnnotatedPost } from '../../../lib/markdown/annotated-post.ts';
import { toMarkdown } from '../../../lib/markdown/document.ts';

/** Makes Markdown of the same content, each of what it takes: it is prepared before the clock runs. */
export interface Contender {
  prepare(posts: readonly AnnotatedPost[]): () => string;
}

const paragraph = (...children: Extract<RootContent, { type: 'paragraph' }>['children']) =>
  ({ type: 'paragraph', children }) as const;
const text = (value: string) => ({ type: 'text', value }) as const;

function quoteOf({ target }: Annotation): Blockquote {
  return { type: 'blockquote', children: [paragraph(text(target.passage))] };
}

/** The tree of what Waymark writes: headings, passages, links with tags, and notes as they are read. */
function toTree(posts: readonly AnnotatedPost[]): Root {
  const children = posts.flatMap((post): RootContent[] => [
    {
      type: 'heading',
      depth: 2,
      children: [{ type: 'link', url: post.permalink, children: [text(post.title)] }],
    },
    paragraph(text(`2015-03-04 · ${post.labels.join(', ')}`)),
    ...post.annotations.flatMap((annotation): RootContent[] => [
      quoteOf(annotation),
      paragraph(
        { type: 'link', url: post.permalink, children: [text('Open in the post')] },
        ...tagsOf(annotation).map((tag) => text(` · #${tag}`)),
      ),
      ...fromMarkdown(noteOf(annotation), {
        extensions: [gfm()],
        mdastExtensions: [gfmFromMarkdown()],
      }).children,
    ]),
  ]);
  return { type: 'root', children };
}

/** The same as HTML. */
function toHtml(posts: readonly AnnotatedPost[]): string {
  const toHtmlText = (value: string) =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return posts
    .map(
      (post) =>
        `<h2><a href="${post.permalink}">${toHtmlText(post.title)}</a></h2>${post.annotations
          .map(
            (annotation) =>
              `<blockquote><p>${toHtmlText(annotation.target.passage)}</p></blockquote><p><a href="${post.permalink}">Open in the post</a> ${tagsOf(annotation).join(' · ')}</p>${micromark(noteOf(annotation), { extensions: [gfm()], htmlExtensions: [gfmHtml()] })}`,
          )
          .join('')}`,
    )
    .join('');
}

export const CONTENDERS: Readonly<Record<string, Contender>> = {
  Waymark: {
    prepare: (posts) => () => toMarkdown(posts, {}),
  },
  'mdast-util-to-markdown': {
    prepare(posts) {
      const tree = toTree(posts);
      return () => mdastToMarkdown(tree, { extensions: [gfmToMarkdown()] });
    },
  },
  'mdast-util-to-markdown, notes parsed': {
    prepare: (posts) => () => mdastToMarkdown(toTree(posts), { extensions: [gfmToMarkdown()] }),
  },
  turndown: {
    prepare(posts) {
      // A post at a time: of all of them in one document it does not come to an end in minutes.
      const pages = posts.map((post) => toHtml([post]));
      const service = new TurndownService({ headingStyle: 'atx' });
      return () => pages.map((page) => service.turndown(page)).join('\n\n');
    },
  },
};

/** How many passages are read from the Markdown just as they are, as CommonMark and as GFM. */
export function countExact(markdown: string, posts: readonly AnnotatedPost[]): number {
  const readings = [{}, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }];
  const read = readings.map((options) => {
    const found = new Map<string, number>();
    collectQuotes(fromMarkdown(markdown, options), found);
    return found;
  });
  const wanted = new Map<string, number>();
  for (const { annotations } of posts) {
    for (const { target } of annotations) {
      wanted.set(target.passage, (wanted.get(target.passage) ?? 0) + 1);
    }
  }
  return Array.from(wanted).reduce(
    (sum, [passage, count]) =>
      sum + Math.min(count, ...read.map((found) => found.get(passage) ?? 0)),
    0,
  );
}

interface AnyNode {
  type: string;
  value?: string;
  children?: AnyNode[];
}

function collectQuotes(node: AnyNode, found: Map<string, number>): void {
  if (node.type === 'blockquote') {
    const said = (node.children ?? []).map(plainOf).join('\n\n');
    found.set(said, (found.get(said) ?? 0) + 1);
  } else for (const child of node.children ?? []) collectQuotes(child, found);
}

/** The words of a block; undefined behaviour of nothing: what is not a text has none. */
function plainOf(node: AnyNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(plainOf).join('');
}
