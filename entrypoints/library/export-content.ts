import type { ExportChoice, ExportFormat } from '../../components/export-choice.ts';
import { type Annotation, isPresent } from '../../lib/annotation/annotation.ts';
import type { Post } from '../../lib/blog/post.ts';
import { bySourceInReadingOrder } from '../../lib/storage/reading-order.ts';

/** What of the library can be exported, and what is on the page. */
export interface Sources {
  /** All annotations, tombstones too. */
  all: readonly Annotation[];
  selected: readonly Annotation[];
  /** What the search finds; undefined while nothing is searched. */
  found: readonly Annotation[] | undefined;
  posts: readonly Post[];
  lastExports: Readonly<Record<string, string>>;
}

/** What the annotations of an export depend on. */
type Choice = Pick<ExportChoice, 'scope' | 'post' | 'format' | 'way'>;

/** Under what the instant of an export is kept, so that the next can begin there. */
export function targetOf({ format, way }: Pick<ExportChoice, 'format' | 'way'>): string {
  return `${format} ${way}`;
}

/** The annotations an export is about, by post and in reading order; none of them deleted. */
export function annotationsOf(choice: Choice, sources: Sources): Annotation[] {
  return presentOf(choice, sources).sort(bySourceInReadingOrder);
}

/** How many that are. */
export function countOf(choice: Choice, sources: Sources): number {
  return presentOf(choice, sources).length;
}

function presentOf(choice: Choice, sources: Sources): Annotation[] {
  return chosenOf(choice, sources).filter(isPresent);
}

function chosenOf(
  choice: Choice,
  { all, selected, found = [], lastExports }: Sources,
): readonly Annotation[] {
  switch (choice.scope) {
    case 'selected':
      return selected;
    case 'found':
      return found;
    case 'post':
      return all.filter(({ target }) => target.source === choice.post);
    case 'new': {
      const last = lastExports[targetOf(choice)] ?? '';
      return all.filter(({ modified }) => modified > last);
    }
    default:
      return all;
  }
}

/** Whether a format is one of the Markdown flavours, which can be merged into a folder. */
export function isFlavour(format: ExportFormat): format is 'commonmark' | 'obsidian' | 'logseq' {
  return format === 'commonmark' || format === 'obsidian' || format === 'logseq';
}
