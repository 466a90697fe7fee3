import { type Annotation, isPresent, noteOf, tagsOf } from '../annotation/annotation.ts';
import { colourOf } from '../annotation/colour.ts';
import { type Kind, kindOf } from '../annotation/kind.ts';
import type { AnnotatedPost } from './annotated-post.ts';
import { dayOf, toLine } from './inline.ts';
import { noteToBlocks } from './note.ts';
import { toHoldable } from './passage.ts';
import { createPassageLinks } from './passage-link.ts';
import { serialise } from './serialise.ts';

/** An annotation as a template has it. All of it is text, to be written as the template likes. */
export interface TemplateNote {
  id: string;
  kind: Kind;
  colour: string;
  /** The passage as its author wrote it; `blockquote` makes exact Markdown of it. */
  passage: string;
  /** The note as Markdown that can stand in any document. */
  note: string;
  tags: string[];
  /** The address of the passage in its post. */
  link: string;
  /** ISO 8601 in UTC. */
  created: string;
  modified: string;
  /** Of an action: whether it is done, and the day it is due, or nothing. */
  done: boolean;
  due: string;
}

/** A post as a template has it. */
export interface TemplatePost {
  title: string;
  url: string;
  /** `YYYY-MM-DD`, or nothing. */
  published: string;
  labels: string[];
  related: { title: string; url: string }[];
  notes: TemplateNote[];
}

/** A note that says which post it is of, for templates that do not go by posts. */
export type TemplateNoteOfPost = TemplateNote & { post: Omit<TemplatePost, 'notes'> };

/** What a template is filled in with. */
export interface TemplateData {
  posts: TemplatePost[];
  notes: TemplateNoteOfPost[];
  /** The notes of each tag, in the order of the alphabet; last, without a name, those without any. */
  tags: { name: string; notes: TemplateNoteOfPost[] }[];
  /** `YYYY-MM-DD`. */
  today: string;
}

/** The posts as a template has them; deleted annotations are left out. */
export function toTemplateData(posts: readonly AnnotatedPost[], today: string): TemplateData {
  const steps = writeTemplateData(posts, today);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, an annotation each, so that it can be done in slices. */
export function* writeTemplateData(
  posts: readonly AnnotatedPost[],
  today: string,
): Generator<void, TemplateData, undefined> {
  const filled: TemplatePost[] = [];
  for (const post of posts) filled.push(yield* toTemplatePost(post));
  const notes = filled.flatMap(({ notes, ...post }) => notes.map((note) => ({ ...note, post })));
  return { posts: filled, notes, tags: byTag(notes), today };
}

function byTag(notes: readonly TemplateNoteOfPost[]): TemplateData['tags'] {
  const tagged = new Map<string, TemplateNoteOfPost[]>();
  for (const note of notes) {
    for (const tag of note.tags.length > 0 ? note.tags : ['']) {
      tagged.get(tag)?.push(note) ?? tagged.set(tag, [note]);
    }
  }
  const last = (name: string) => (name === '' ? 1 : 0);
  return Array.from(tagged, ([name, list]) => ({ name, notes: list })).sort(
    (a, b) => last(a.name) - last(b.name) || a.name.localeCompare(b.name),
  );
}

function* toTemplatePost(post: AnnotatedPost): Generator<void, TemplatePost, undefined> {
  const addressOf = createPassageLinks(post);
  const notes: TemplateNote[] = [];
  for (const annotation of post.annotations) {
    if (!isPresent(annotation)) continue;
    notes.push(toTemplateNote(annotation, addressOf(annotation)));
    yield;
  }
  return {
    title: toLine(post.title) || post.permalink,
    url: post.permalink,
    published: dayOf(post.published) ?? '',
    labels: post.labels.map(toLine).filter(Boolean),
    related: (post.related ?? []).map(({ title, permalink }) => ({
      title: toLine(title),
      url: permalink,
    })),
    notes,
  };
}

/** Headings of a note go down so far that no template's own is outranked. */
const NOTE_DEPTH = 3;

function toTemplateNote(annotation: Annotation, link: string): TemplateNote {
  const { id, target, created, modified, action } = annotation;
  return {
    id,
    kind: kindOf(annotation),
    colour: colourOf(target),
    passage: toHoldable(target.passage),
    note: serialise(noteToBlocks(noteOf(annotation), NOTE_DEPTH)).trimEnd(),
    tags: [...tagsOf(annotation)],
    link,
    created,
    modified,
    done: action?.done !== undefined,
    due: action?.due ?? '',
  };
}
