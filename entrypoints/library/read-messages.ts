import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Refusal } from '../../lib/exchange/foreign-note.ts';
import type { ImportFault } from '../../lib/exchange/import-error.ts';
import type { Surroundings } from '../../lib/exchange/plan-library.ts';
import type { FormatName } from '../../lib/exchange/read-file.ts';

/** Notes that are not taken for the same reason. */
export interface RefusedGroup {
  why: Refusal;
  count: number;
  /** Where the first of them stand in the file. */
  examples: string[];
}

/** What a file holds, without its annotations, which come before it in parts. */
export interface FileHead {
  format: FormatName;
  refused: RefusedGroup[];
  surroundings: Surroundings | undefined;
}

/** What the worker that reads a file is asked: once, and then it is thrown away. */
export interface ReadRequest {
  file: File;
  /** Posts that are known, for programs that know no addresses. */
  titles: readonly (readonly [title: string, permalink: string])[];
}

/** What it answers, one after the other. */
export type ReadAnswer =
  | { is: 'progress'; done: number; total: number }
  | { is: 'annotations'; some: Annotation[] }
  | { is: 'read'; head: FileHead }
  | { is: 'fault'; fault: ImportFault; where: string }
  | { is: 'failed'; message: string };
