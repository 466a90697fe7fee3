import { type Annotation, type AnnotationId, isPresent } from '../annotation/annotation.ts';
import { kindOf } from '../annotation/kind.ts';
import type { AnnotatedPost } from './annotated-post.ts';
import { commonmark } from './commonmark.ts';
import type { DocumentContext, Flavour, FlavourName, MarkdownOptions } from './flavour.ts';
import { logseq } from './logseq.ts';
import { obsidian } from './obsidian.ts';
import { createPassageLinks } from './passage-link.ts';
import { ENGLISH } from './words.ts';

export type { AnnotatedPost } from './annotated-post.ts';
export type { MarkdownOptions } from './flavour.ts';

const FLAVOUR_OF: Readonly<Record<FlavourName, Flavour>> = { commonmark, obsidian, logseq };

/** A part of a document. It ends with a line ending. */
export interface Piece {
  /** The annotation it is, if it is one: nothing else of that annotation stands elsewhere. */
  id?: AnnotationId;
  markdown: string;
}

/**
 * Annotations as Markdown: CommonMark that GFM reads in the same way, or what Obsidian or Logseq
 * make of it. One post makes a document with the post's title as its heading; several stand under a
 * heading of their own each, in a document called "Reading notes". Under the post's title, which
 * links to it, come its day and labels, then every annotation: the passage as a block quote, a link
 * to it with its tags, and the reader's note. Actions are tasks; questions are gathered under a
 * heading behind the rest. Deleted annotations are left out.
 *
 * Read as CommonMark or GFM, the result holds each passage's very text, paragraphs and line breaks,
 * except for what {@link toHoldable} names; what becomes of a note {@link noteToBlocks} tells.
 * The result ends with a line ending; it is empty when there are no posts.
 */
export function toMarkdown(posts: readonly AnnotatedPost[], options: MarkdownOptions): string {
  return joinPieces(Array.from(writePieces(posts, options)), options);
}

/** The parts as one document: a blank line between two, but for an outline, which has none. */
export function joinPieces(pieces: readonly Piece[], { flavour }: MarkdownOptions): string {
  return pieces.map(({ markdown }) => markdown).join(flavour === 'logseq' ? '' : '\n');
}

/** The parts of the document, one by one, so that a long one can be written in slices. */
export function* writePieces(
  posts: readonly AnnotatedPost[],
  options: MarkdownOptions,
): Generator<Piece, void, undefined> {
  if (posts.length === 0) return;
  const { flavour: name = 'commonmark', words = ENGLISH, labels = true, exported } = options;
  const flavour = FLAVOUR_OF[name];
  const context: DocumentContext = { words, labels, isAlone: posts.length === 1 };
  if (!context.isAlone) yield { markdown: flavour.title(context) };
  for (const post of posts) yield* writePost(post, flavour, context);
  if (exported) {
    yield { markdown: flavour.exported(exported.toISOString().slice(0, 10), context) };
  }
}

function* writePost(
  post: AnnotatedPost,
  flavour: Flavour,
  document: DocumentContext,
): Generator<Piece, void, undefined> {
  const context = { ...document, post, addressOf: createPassageLinks(post) };
  const present = post.annotations.filter(isPresent);
  const isQuestion = (annotation: Annotation) => kindOf(annotation) === 'question';
  const questions = present.filter(isQuestion);

  yield { markdown: flavour.post(context) };
  for (const annotation of present) {
    if (isQuestion(annotation)) continue;
    yield* piece(flavour.annotation(annotation, context), annotation.id);
  }
  if (questions.length > 0) yield { markdown: flavour.questions(context) };
  for (const annotation of questions) {
    yield* piece(flavour.question(annotation, context), annotation.id);
  }
  yield* piece(flavour.related(context));
}

/** A piece, unless there is nothing to it. */
function* piece(markdown: string, id?: AnnotationId): Generator<Piece, void, undefined> {
  if (markdown !== '') yield { ...(id !== undefined && { id }), markdown };
}
