/** What Waymark itself says in a document, between the author's words and the reader's. */
export interface MarkdownWords {
  /** The heading of a document of several posts. */
  readingNotes: string;
  /** The heading over the questions of a post. */
  questions: string;
  /** The heading over the posts related to one. */
  related: string;
  /** The link from a passage to where it stands. */
  open: string;
  /** Before the day an action is due. */
  due: string;
  /** Before the day of the export. */
  exported: string;
}

export const ENGLISH: MarkdownWords = {
  readingNotes: 'Reading notes',
  questions: 'Questions',
  related: 'Related posts',
  open: 'Open in the post',
  due: 'due',
  exported: 'Exported',
};
