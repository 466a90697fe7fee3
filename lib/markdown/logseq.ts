import type { RootContent } from 'mdast';
import { type Annotation, noteOf, tagsOf } from '../annotation/annotation.ts';
import { isWholePost } from '../annotation/target.ts';
import type { Flavour, PostContext } from './flavour.ts';
import { dayOf, linkOf, paragraphOf, textOf, toLine } from './inline.ts';
import { noteToBlocks } from './note.ts';
import { passageToQuote } from './passage.ts';
import { serialise } from './serialise.ts';

/**
 * A block of the outline: its lines after a bullet, and the blocks under it. Logseq takes tabs for
 * depth, and two spaces for the lines of a block.
 *
 * @param depth How many bullets it stands under.
 */
function blockOf(depth: number, lines: string): string {
  const tabs = '\t'.repeat(depth);
  return lines
    .trimEnd()
    .split('\n')
    .map((line, i) => (i === 0 ? `${tabs}- ${line}` : line === '' ? '' : `${tabs}  ${line}`))
    .map((line) => `${line}\n`)
    .join('');
}

/** A property, `key:: value` on a line of its own; nothing without a value. */
function propertyOf(key: string, value: string): string {
  return value === '' ? '' : `${key}:: ${value}\n`;
}

/** A page to link to; brackets within would end the link. */
function pageOf(name: string): string {
  return `[[${toLine(name).replaceAll(/[[\]#]/g, '')}]]`;
}

/** One line of words, escaped. */
function lineOf(...children: Parameters<typeof paragraphOf>): string {
  return serialise([paragraphOf(...children)]).trimEnd();
}

/** What is to be done begins with what Logseq calls it, and ends with its day. */
function taskOf({ action }: Annotation): { marker: string; deadline: string } {
  if (!action) return { marker: '', deadline: '' };
  return {
    marker: action.done === undefined ? 'TODO ' : 'DONE ',
    deadline: action.due ? `DEADLINE: <${action.due} ${weekdayOf(action.due)}>\n` : '',
  };
}

function weekdayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString('en', { weekday: 'short', timeZone: 'UTC' });
}

function write(annotation: Annotation, { addressOf, words }: PostContext, depth: number): string {
  const { marker, deadline } = taskOf(annotation);
  const { target } = annotation;
  const note = noteToBlocks(noteOf(annotation), 0);
  const [first, ...rest] = note;
  // A task says what is to be done, and has the passage under it; all else begins with the passage.
  const head = isWholePost(target) || marker ? (first ? serialise([first]) : '') : '';
  const below = head ? rest : note;
  const passage = isWholePost(target) ? '' : serialise([passageToQuote(target.passage)]);
  const properties = [
    propertyOf(
      'link',
      isWholePost(target) ? '' : lineOf(linkOf(addressOf(annotation), words.open)),
    ),
    propertyOf('tags', tagsOf(annotation).map(pageOf).join(', ')),
    propertyOf('waymark-id', annotation.id),
  ].join('');
  const main = `${marker}${head || passage}`.trimEnd();
  return [
    blockOf(depth, `${main}\n${deadline}${properties}`),
    head && passage ? blockOf(depth + 1, passage) : '',
    ...below.map((block: RootContent) => blockOf(depth + 1, serialise([block]))),
  ].join('');
}

/** Logseq's: an outline, and properties as `key:: value`. */
export const logseq: Flavour = {
  title: ({ words }) => blockOf(0, serialise([paragraphOf(textOf(words.readingNotes))])),
  post({ post, isAlone, labels }) {
    const properties = [
      propertyOf('source', post.permalink),
      propertyOf('published', dayOf(post.published) ?? ''),
      propertyOf('tags', labels ? post.labels.map(pageOf).join(', ') : ''),
    ].join('');
    const link = lineOf(linkOf(post.permalink, toLine(post.title) || post.permalink));
    if (!isAlone) return blockOf(0, `${link}\n${properties}`);
    return `${propertyOf('title', toTitle(post.title))}${properties}\n`;
  },
  annotation: (annotation, context) => write(annotation, context, context.isAlone ? 0 : 1),
  questions: ({ words, isAlone }) => blockOf(isAlone ? 0 : 1, lineOf(textOf(words.questions))),
  question: (annotation, context) => write(annotation, context, context.isAlone ? 1 : 2),
  related({ post, words, isAlone }) {
    if (!post.related?.length) return '';
    const depth = isAlone ? 0 : 1;
    return [
      blockOf(depth, lineOf(textOf(words.related))),
      ...post.related.map(({ permalink, title }) =>
        blockOf(depth + 1, lineOf(linkOf(permalink, toLine(title) || permalink))),
      ),
    ].join('');
  },
  exported: (day, { words }) => blockOf(0, lineOf(textOf(`${words.exported} ${day}`))),
};

/** A page's title is text to its end; what would make more of it is left out. */
function toTitle(title: string): string {
  return toLine(title).replaceAll(/::|\[\[|\]\]|[<{]%?|%?[>}]/g, '');
}
