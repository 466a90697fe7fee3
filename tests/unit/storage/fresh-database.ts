import {
  type Annotation,
  type AnnotationId,
  createAnnotation,
} from '../../../lib/annotation/annotation.ts';
import { withNote } from '../../../lib/annotation/changes.ts';
import { type Permalink, toPermalink } from '../../../lib/blog/permalink.ts';
import type { Post } from '../../../lib/blog/post.ts';
import type { AnnotationRepository } from '../../../lib/storage/annotation-repository.ts';
import { type Database, openDatabase } from '../../../lib/storage/database.ts';

/** The name of a library that nobody uses, in other threads either: Dexie tells those of changes. */
export function freshName(): string {
  return `library-${crypto.randomUUID()}`;
}

/** An empty library. */
export function freshDatabase(): Database {
  return openDatabase(freshName());
}

/** The permalink of a post, by a word of its address. */
export function permalinkOf(slug: string): Permalink {
  const permalink = toPermalink(`https://www.elidedbranches.com/2015/03/${slug}.html`);
  if (!permalink) throw new Error(`"${slug}" makes no permalink`);
  return permalink;
}

/** An annotation of which only what the test is about need be said. Instants are ISO 8601. */
export function anAnnotation({
  slug = 'one',
  start = 0,
  created = '2026-01-01T10:00:00.000Z',
  note = '',
}: {
  slug?: string;
  /** Where its passage begins; `unknown` when only its words are remembered. */
  start?: number | 'unknown';
  created?: string;
  note?: string;
} = {}): Annotation {
  const now = new Date(created);
  const annotation = createAnnotation(
    {
      source: permalinkOf(slug),
      selector: [
        { type: 'TextQuoteSelector', exact: 'words', prefix: '', suffix: '' },
        ...(start === 'unknown'
          ? []
          : [{ type: 'TextPositionSelector' as const, start, end: start + 'words'.length }]),
      ],
      passage: 'words',
    },
    now,
  );
  return note ? withNote(annotation, note, now) : annotation;
}

/** Write a note about what is a highlight or a comment, with these tags. */
export function writeNote(
  annotations: AnnotationRepository,
  id: AnnotationId,
  note: string,
  tags: readonly string[] = [],
) {
  return annotations.saveWriting(id, { note, kind: 'comment', tags, action: {} });
}

/** A post of which only what the test is about need be said. */
export function aPost(wanted: Partial<Post> & { slug?: string } = {}): Post {
  const { slug = 'one', ...rest } = wanted;
  return {
    permalink: permalinkOf(slug),
    title: slug,
    labels: [],
    text: 'All of it.',
    excerpt: false,
    ...rest,
  };
}
