import type { Blockquote, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import type { AnnotatedPost } from '../../../lib/markdown/document.ts';

/** A post with one annotation for every passage, or pair of passage and note. */
export function aPost(
  annotations: readonly (string | readonly [passage: string, note: string])[],
  rest: Partial<AnnotatedPost> = {},
): AnnotatedPost {
  return {
    permalink: 'https://www.elidedbranches.com/2015/01/a-post.html',
    title: 'A post',
    labels: [],
    annotations: annotations.map((each) =>
      typeof each === 'string' ? anAnnotation(each) : anAnnotation(each[0], each[1]),
    ),
    ...rest,
  };
}

export function anAnnotation(passage: string, note?: string): Annotation {
  return {
    id: '019a0000-0000-7000-8000-000000000000',
    motivation: note === undefined ? 'highlighting' : 'commenting',
    target: {
      source: 'https://www.elidedbranches.com/2015/01/a-post.html',
      selector: [{ type: 'TextPositionSelector', start: 0, end: 1 }],
      passage,
    },
    ...(note !== undefined && {
      body: { type: 'TextualBody', format: 'text/markdown', value: note },
    }),
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
  };
}

/** The passage in a block quote: `\n` for a hard break, `\n\n` between paragraphs. */
export function passageIn(quote: Blockquote): string {
  return quote.children
    .map((paragraph) => {
      if (paragraph.type !== 'paragraph') throw new Error(`A ${paragraph.type} in a passage`);
      return paragraph.children
        .map((node) => {
          if (node.type === 'break') return '\n';
          if (node.type === 'text' && !node.value.includes('\n')) return node.value;
          throw new Error(`A ${node.type} in a passage: ${JSON.stringify(node)}`);
        })
        .join('');
    })
    .join('\n\n');
}

/**
 * The passage as GFM reads it. Addresses in the text may have become links, since GFM finds them
 * in what has been read; their words are the same.
 */
export function passageInGfm(quote: Blockquote): string {
  return quote.children
    .map((paragraph) => {
      if (paragraph.type !== 'paragraph') throw new Error(`A ${paragraph.type} in a passage`);
      return paragraph.children
        .map((node) => {
          if (node.type === 'break') return '\n';
          if (node.type === 'text' && !node.value.includes('\n')) return node.value;
          if (node.type !== 'link') throw new Error(`A ${node.type} in a passage`);
          const [only, ...others] = node.children;
          if (only?.type !== 'text' || others.length > 0)
            throw new Error('A link of more than text');
          return only.value;
        })
        .join('');
    })
    .join('\n\n');
}

/** The passages of a document read as GFM, in order. */
export function gfmPassagesIn(markdown: string): string[] {
  const extensions = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  return quotesOf(fromMarkdown(markdown, extensions)).map(passageInGfm);
}

/** The passages of a document, in order. */
export function passagesIn(markdown: string): string[] {
  return quotesOf(fromMarkdown(markdown)).map(passageIn);
}

function quotesOf({ children }: Root): Blockquote[] {
  return children.filter((node): node is Blockquote => node.type === 'blockquote');
}

/** What a reader sees of a note: its words, and where blocks and lines end; runs of space as one. */
export function wordsOf(...nodes: readonly Nodes[]): string {
  return nodes.map(toWords).join('\n').replace(/\s+/g, ' ').trim();
}

const BLOCKS = new Set(['root', 'blockquote', 'list', 'listItem']);

function toWords(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'definition') return '';
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  return node.children.map(toWords).join(BLOCKS.has(node.type) ? '\n' : '');
}
