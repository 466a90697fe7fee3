import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import { type Annotation, noteOf, tagsOf } from '../annotation/annotation.ts';
import { kindOf } from '../annotation/kind.ts';
import { isWholePost } from '../annotation/target.ts';
import { linkOf, paragraphOf, textOf, toLine } from './inline.ts';
import { noteToBlocks } from './note.ts';
import { passageToQuote } from './passage.ts';
import type { MarkdownWords } from './words.ts';

/** What it takes to write an annotation down. */
export interface AnnotationContext {
  /** How many levels a note's own headings go down. */
  depth: number;
  words: MarkdownWords;
  /** The address of the passage. */
  addressOf: (annotation: Annotation) => string;
  /** How a tag is written on the line below the passage. */
  tagOf: (tag: string) => PhrasingContent;
}

/** An annotation as the blocks it consists of: an action is a task, all else stands by itself. */
export function annotationToBlocks(
  annotation: Annotation,
  context: AnnotationContext,
): RootContent[] {
  const note = noteToBlocks(noteOf(annotation), context.depth);
  const passage = passageBlocks(annotation, context);
  if (kindOf(annotation) !== 'action') return [...passage, ...note];
  return [{ type: 'list', spread: true, children: [taskOf(annotation, passage, note)] }];
}

/** The passage as a quote, and a line below it that says where it is from. */
export function passageBlocks(annotation: Annotation, context: AnnotationContext): RootContent[] {
  const details = paragraphOf(...detailsOf(annotation, context));
  if (isWholePost(annotation.target)) {
    return tagsOf(annotation).length > 0 || annotation.action?.due ? [details] : [];
  }
  return [passageToQuote(annotation.target.passage), details];
}

/** The link to the passage, the tags, and when an action is due, on one line. */
export function detailsOf(
  annotation: Annotation,
  { words, addressOf, tagOf }: AnnotationContext,
): PhrasingContent[] {
  const { action, target } = annotation;
  const details: PhrasingContent[] = [
    ...(isWholePost(target) ? [] : [linkOf(addressOf(annotation), words.open)]),
    ...(action?.due ? [textOf(`${words.due} ${action.due}`)] : []),
    ...tagsOf(annotation).map(tagOf),
  ];
  return details.flatMap((detail, i) => (i === 0 ? [detail] : [textOf(' · '), detail]));
}

/** A task begins with its words: the note's first paragraph, or the passage's first line. */
function taskOf(annotation: Annotation, passage: RootContent[], note: RootContent[]): ListItem {
  const [first, ...rest] = note;
  const said = first?.type === 'paragraph' ? first : undefined;
  const head = said ?? paragraphOf(textOf(headOf(annotation)));
  const blocks = [head, ...passage, ...(said ? rest : note)];
  return {
    type: 'listItem',
    spread: true,
    checked: annotation.action?.done !== undefined,
    children: blocks as BlockContent[],
  };
}

/** As many words of the passage as fit on a line. UTF-16 units. */
const LONGEST_HEAD = 60;

function headOf({ target }: Annotation): string {
  const line = toLine(target.passage);
  if (line.length <= LONGEST_HEAD) return line || '…';
  return `${line.slice(0, line.lastIndexOf(' ', LONGEST_HEAD) || LONGEST_HEAD)}…`;
}
