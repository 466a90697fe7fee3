import type { Annotation } from '../annotation/annotation.ts';
import type { Colour } from '../annotation/colour.ts';
import type { Writing, WritingDetails } from '../annotation/writing.ts';
import type { Post } from '../blog/post.ts';

/** What the reader has read of a post. */
export interface ReadingRecord {
  permalink: string;
  /** `YYYY-MM-DD`, oldest first. */
  days: string[];
  /** ISO 8601 in UTC. */
  read?: string;
}

/** What was typed and not saved. */
export interface DraftRecord {
  /** The annotation it is a note for. */
  id: string;
  note: string;
  details?: WritingDetails;
  /** What was written when the reader began. */
  base?: Writing;
  form?: string;
}

/** All that belongs to a reader, tombstones and drafts included. */
export interface Library {
  annotations: Annotation[];
  drafts: DraftRecord[];
  posts: Post[];
  readings: ReadingRecord[];
  colourNames: Partial<Record<Colour, string>>;
  /** What could not be read where the library was: kept as it was, and stored nowhere again. */
  unread?: { list: string; record: unknown }[];
}
