import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Post } from '../../lib/blog/post.ts';
import { toAnnotatedPosts } from '../../lib/markdown/annotated-posts.ts';
import { toMarkdown } from '../../lib/markdown/document.ts';
import { toFileName } from '../../lib/markdown/file-name.ts';
import { markdownWords } from './markdown-words.ts';

/** A file to be. */
export interface MarkdownFile {
  name: string;
  text: string;
}

/** The annotations as one Markdown file: named after its post, or after the day of the export. */
export function exportMarkdown(
  annotations: readonly Annotation[],
  posts: readonly Post[],
): MarkdownFile {
  const exported = new Date();
  const annotated = toAnnotatedPosts(annotations, posts);
  const [only, ...others] = annotated;
  return {
    name:
      only && others.length === 0
        ? toFileName(only.title, only.published)
        : toFileName('Waymark', exported.toISOString()),
    text: toMarkdown(annotated, { exported, words: markdownWords() }),
  };
}
