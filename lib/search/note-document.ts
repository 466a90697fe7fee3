import { type Annotation, noteOf, tagsOf } from '../annotation/annotation.ts';
import type { LocationState } from '../annotation/passage-location.ts';
import type { Post } from '../blog/post.ts';
import { foldText } from './fold.ts';

/** As much of a post as its annotations are found and grouped by. */
export type PostHead = Pick<Post, 'title' | 'labels' | 'published'>;

/** An annotation with all that it can be found by. */
export interface NoteDocument {
  readonly annotation: Annotation;
  /** Undefined while the post is not known, which then is called by its address. */
  readonly post: PostHead | undefined;
  /** What became of its passage when it was last looked for; undefined when it never was. */
  readonly state: LocationState | undefined;
  /**
   * Passage, note, title and tags, folded, each on a line: no phrase reaches from one to the next.
   * Made when it is first read, since a list can be shown without it.
   */
  readonly text: string;
  /** Folded, as they are compared. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  /** The reader's own day on which it was made, `YYYY-MM-DD`. */
  readonly day: string;
}

/** An annotation as it is searched. */
export function toNoteDocument(
  annotation: Annotation,
  post?: PostHead,
  state?: LocationState,
): NoteDocument {
  const { target, created } = annotation;
  const tags = tagsOf(annotation).map(foldText);
  let text: string | undefined;
  return {
    annotation,
    post,
    state,
    get text() {
      if (text === undefined) {
        const parts = [target.passage, noteOf(annotation), post?.title ?? target.source];
        text = [...parts.map(foldText), ...tags].join('\n');
      }
      return text;
    },
    tags,
    labels: (post?.labels ?? []).map(foldText),
    day: localDayOf(created),
  };
}

/** The day of an instant where the reader is, `YYYY-MM-DD`. */
export function localDayOf(instant: string): string {
  const date = new Date(instant);
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
