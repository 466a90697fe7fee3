/** What is exported: what is chosen, what a search finds, a post, what is new, or everything. */
export type ExportSubject = 'selected' | 'found' | 'post' | 'new' | 'all';

/** As what; a template by its id. */
export type ExportFormat =
  | 'commonmark'
  | 'obsidian'
  | 'logseq'
  | 'html'
  | 'readwise'
  | 'web-annotation'
  | 'waymark'
  | `template:${string}`;

/** To where: a file, a file a post in a zip, the clipboard, or a folder. */
export type ExportWay = 'file' | 'files' | 'copy' | 'folder';

/** What the reader has decided about an export. */
export interface ExportChoice {
  scope: ExportSubject;
  /** The permalink of the post, when it is one post. */
  post: string;
  format: ExportFormat;
  way: ExportWay;
  /** Whether the labels of posts are written. */
  labels: boolean;
  /** Whether posts about the same thing are listed. */
  related: boolean;
}

/** A format, among others of its kind. */
export interface FormatGroup {
  label: string;
  formats: readonly { key: ExportFormat; label: string }[];
}
