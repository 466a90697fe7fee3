import type { Annotation } from '../../lib/annotation/annotation.ts';
import { noteOf } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { AboutNotes, RelatedNote } from '../../lib/messaging/protocol.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import type { PostRepository } from '../../lib/storage/post-repository.ts';
import type { RelatedKeeper } from './related-keeper.ts';

export interface RelatedNotesServices {
  annotations: Pick<AnnotationRepository, 'listAll'>;
  posts: Pick<PostRepository, 'find'>;
  related: Pick<RelatedKeeper, 'open'>;
}

/** The reader's notes on other posts that speak of what a post, or a text in it, speaks of. */
export async function listRelatedNotes(
  { permalink, text }: AboutNotes,
  { annotations, posts, related }: RelatedNotesServices,
): Promise<RelatedNote[]> {
  const all = await annotations.listAll();
  const passages = all
    .filter(({ target }) => target.source !== permalink)
    .map((annotation) => ({
      id: annotation.id,
      source: annotation.target.source as Permalink,
      text: textOf(annotation),
      annotation,
    }));
  if (passages.length === 0) return [];
  const relatedness = await related.open();
  const found = relatedness.relatedPassages(passages, { permalink, text });
  return Promise.all(
    found.map(async ({ passage: { source, annotation }, terms }) => {
      const post = await posts.find(source);
      return { annotation, terms, ...(post && { title: post.title }) };
    }),
  );
}

function textOf(annotation: Annotation): string {
  return `${annotation.target.passage}\n\n${noteOf(annotation)}`;
}
