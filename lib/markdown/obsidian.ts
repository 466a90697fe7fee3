import type { Blockquote, RootContent } from 'mdast';
import { noteOf, tagsOf } from '../annotation/annotation.ts';
import { kindOf } from '../annotation/kind.ts';
import { isWholePost } from '../annotation/target.ts';
import { annotationToBlocks, detailsOf } from './annotation-blocks.ts';
import { commonmark, depthOf, postHeading, relatedBlocks } from './commonmark.ts';
import type { Flavour } from './flavour.ts';
import { dayOf, paragraphOf, textOf, toLine, verbatim } from './inline.ts';
import { noteToBlocks } from './note.ts';
import { passageToQuote } from './passage.ts';
import { serialise } from './serialise.ts';
import { toYaml } from './yaml.ts';

/**
 * A tag as Obsidian reads one: letters, digits, `_`, `-` and `/`, and not digits only.
 * Undefined when nothing of it can be one.
 *
 * @see https://help.obsidian.md/tags
 */
export function toObsidianTag(tag: string): string | undefined {
  const name = tag.replaceAll(/[^\p{L}\p{M}\p{N}/_-]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  if (name === '') return undefined;
  return /^[\p{N}/_-]+$/u.test(name) ? `_${name}` : name;
}

/** The id of an annotation's block, by which a note elsewhere can link to it: `[[File#^id]]`. */
function blockIdOf(id: string): RootContent {
  return verbatim(`^${id}`);
}

const write: Flavour['annotation'] = (annotation, context) => {
  const inner = {
    ...context,
    depth: depthOf(context),
    tagOf: (tag: string) => {
      const name = toObsidianTag(tag);
      return name === undefined ? textOf(tag) : verbatim(`#${name}`);
    },
  };
  const blocks =
    kindOf(annotation) === 'action' || isWholePost(annotation.target)
      ? annotationToBlocks(annotation, inner)
      : [
          calloutOf(passageToQuote(annotation.target.passage)),
          paragraphOf(...detailsOf(annotation, inner)),
          ...noteToBlocks(noteOf(annotation), inner.depth),
        ];
  return serialise([...blocks, blockIdOf(annotation.id)]);
};

/** The quote as a callout: its first paragraph says so, and the passage follows untouched. */
function calloutOf(quote: Blockquote): Blockquote {
  return { ...quote, children: [paragraphOf(verbatim('[!quote]')), ...quote.children] };
}

/** Obsidian's: properties, callouts, block ids and tags. */
export const obsidian: Flavour = {
  ...commonmark,
  post(context) {
    const { post, isAlone, labels } = context;
    const tags = post.annotations.flatMap((annotation) => [...tagsOf(annotation)]);
    const properties = toYaml({
      title: toLine(post.title),
      source: post.permalink,
      published: dayOf(post.published),
      labels: labels ? post.labels.map(toLine).filter(Boolean) : [],
      tags: Array.from(new Set(tags.map(toObsidianTag).filter((tag) => tag !== undefined))),
    });
    const heading = serialise([postHeading(context)]);
    return isAlone ? `---\n${properties}---\n\n${heading}` : heading;
  },
  annotation: write,
  question: write,
  related: (context) => serialise(relatedBlocks(context)),
};
