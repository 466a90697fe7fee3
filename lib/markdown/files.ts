import type { AnnotatedPost } from './annotated-post.ts';
import { writePieces } from './document.ts';
import { toFileName } from './file-name.ts';
import type { MarkdownOptions } from './flavour.ts';
import { parseMarked } from './marked-text.ts';
import { type FileChanges, mergeFile, type NamedPiece } from './merge.ts';
import { splitProperties } from './properties.ts';

/** What an export would do to one file of a folder. */
export interface PlannedFile {
  /** The name in the folder: one path segment. */
  name: string;
  post: AnnotatedPost;
  /** The file as it is; undefined where it is to be made. */
  before: string | undefined;
  /** The file as it is to be; the same text when nothing is to be written. */
  after: string;
  changes: FileChanges;
}

/**
 * Plan the export of posts to a folder, a file each.
 *
 * A post's file is known by the mark of its first block, whatever the file is called by now; a new
 * one is named after the post's day and title, and gets a number when that name is taken. Names
 * that differ in capitals only are the same name, as they are on Windows and macOS.
 *
 * @param files The folder's Markdown files by name.
 * @param removed What to say above a block that is no longer in the library.
 */
export function* planFiles(
  posts: readonly AnnotatedPost[],
  files: ReadonlyMap<string, string>,
  options: MarkdownOptions,
  removed: string,
): Generator<PlannedFile, void, undefined> {
  const nameOfPost = findPosts(files);
  const taken = new Set(Array.from(files.keys(), keyOf));
  for (const post of posts) {
    const name = nameOfPost.get(post.permalink) ?? freeName(post, taken);
    taken.add(keyOf(name));
    const before = files.get(name);
    const { properties, pieces } = piecesOf(post, options);
    const { text: after, changes } = mergeFile(before, properties, pieces, removed);
    yield { name, post, before, after, changes };
  }
}

/** Unique names for posts that are written to files of their own, in their order. */
export function listFileNames(posts: readonly AnnotatedPost[]): string[] {
  const taken = new Set<string>();
  return posts.map((post) => {
    const name = freeName(post, taken);
    taken.add(keyOf(name));
    return name;
  });
}

/** The parts of a post's document under the names they keep. */
function piecesOf(post: AnnotatedPost, options: MarkdownOptions) {
  const { exported: _, ...rest } = options;
  const [head, ...others] = Array.from(writePieces([post], rest));
  const { properties, rest: heading } = splitProperties(head?.markdown ?? '');
  let unnamed = 0;
  const pieces: NamedPiece[] = [
    { name: post.permalink, markdown: heading },
    ...others.map(({ id, markdown }) => ({ name: id ?? `part-${++unnamed}`, markdown })),
  ];
  return { properties, pieces };
}

/** Which file holds which post. */
function findPosts(files: ReadonlyMap<string, string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, text] of files) {
    for (const segment of parseMarked(text.replaceAll('\r\n', '\n'))) {
      const isPost = segment.type === 'block' && URL.canParse(segment.name);
      if (isPost && !names.has(segment.name)) names.set(segment.name, name);
    }
  }
  return names;
}

function freeName({ title, published }: AnnotatedPost, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = toFileName(title, published, number);
    if (!taken.has(keyOf(name))) return name;
  }
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
