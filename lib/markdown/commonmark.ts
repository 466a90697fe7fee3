import type { Heading, RootContent } from 'mdast';
import { annotationToBlocks } from './annotation-blocks.ts';
import type { Flavour, PostContext } from './flavour.ts';
import { dayOf, headingOf, linkOf, paragraphOf, textOf, toLine } from './inline.ts';
import { serialise } from './serialise.ts';

/** How deep the heading of a post stands: under the document's, when there is one. */
export function depthOf({ isAlone }: { isAlone: boolean }): 1 | 2 {
  return isAlone ? 1 : 2;
}

/** The heading of a post, which links to it. */
export function postHeading({ post, isAlone }: PostContext): Heading {
  const link = linkOf(post.permalink, toLine(post.title) || post.permalink);
  return headingOf(depthOf({ isAlone }), link);
}

/** The posts related to this one as a list of links, under a heading. */
export function relatedBlocks({ post, words, isAlone }: PostContext): RootContent[] {
  if (!post.related?.length) return [];
  const depth = isAlone ? 2 : 3;
  return [
    headingOf(depth, textOf(words.related)),
    {
      type: 'list',
      spread: false,
      children: post.related.map(({ permalink, title }) => ({
        type: 'listItem',
        children: [paragraphOf(linkOf(permalink, toLine(title) || permalink))],
      })),
    },
  ];
}

function annotation(...[annotated, context]: Parameters<Flavour['annotation']>): string {
  const blocks = annotationToBlocks(annotated, {
    ...context,
    depth: depthOf(context),
    tagOf: (tag) => textOf(`#${tag}`),
  });
  return serialise(blocks);
}

/** Plain CommonMark, which GFM reads in the same way, and lists of tasks besides. */
export const commonmark: Flavour = {
  title: ({ words }) => serialise([headingOf(1, textOf(words.readingNotes))]),
  post(context) {
    const { post, labels } = context;
    const details = [
      dayOf(post.published),
      labels ? post.labels.map(toLine).filter(Boolean).join(', ') : '',
    ]
      .filter(Boolean)
      .join(' · ');
    return serialise([postHeading(context), ...(details ? [paragraphOf(textOf(details))] : [])]);
  },
  annotation,
  questions: (context) =>
    serialise([headingOf(context.isAlone ? 2 : 3, textOf(context.words.questions))]),
  question: annotation,
  related: (context) => serialise(relatedBlocks(context)),
  exported: (day, { words }) => serialise([paragraphOf(textOf(`${words.exported} ${day}`))]),
};
