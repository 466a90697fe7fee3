import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Post } from '../../lib/blog/post.ts';
import {
  type NoteDocument,
  type PostHead,
  toNoteDocument,
} from '../../lib/search/note-document.ts';
import type { AnnotationMap } from '../../lib/storage/follower.ts';
import { useQuery } from '../pages/use-query.ts';
import type { LibraryServices } from './library-services.ts';

/** All annotations with what they are searched by, in no order. */
export interface Documents {
  /** Undefined until the first are there. */
  all: readonly NoteDocument[] | undefined;
  /** Whether these are all, and not only the newest. */
  isWhole: boolean;
  posts: readonly Post[];
  /** How many rows cannot be shown. */
  damaged: number;
  error: unknown;
}

interface Read {
  annotations: AnnotationMap;
  isWhole: boolean;
  damaged: number;
}

/** Follow the library: its notes, the posts they are on, and what became of their passages. */
export function useDocuments({ follower, posts, anchorings }: LibraryServices): Documents {
  const [read, setRead] = useState<Read>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const controller = new AbortController();
    follower.follow(
      (annotations, isWhole, damaged) => setRead({ annotations, isWhole, damaged }),
      setError,
      controller.signal,
    );
    return () => controller.abort();
  }, [follower]);
  const known = useQuery(() => posts.list(), []);
  const states = useQuery(() => anchorings.listStates(), []);
  const heads = useHeads(known.value);
  const toDocument = useRef(createDocumentMaker()).current;

  const all = useMemo(
    () =>
      read &&
      heads &&
      Array.from(read.annotations.values(), (annotation) =>
        toDocument(annotation, heads.get(annotation.target.source), states.value?.[annotation.id]),
      ),
    [read, heads, states.value],
  );
  useEffect(() => {
    if (!all || !read?.isWhole) return;
    const controller = new AbortController();
    foldAhead(all, controller.signal);
    return () => controller.abort();
  }, [all]);
  return {
    all,
    isWhole: read?.isWhole ?? false,
    posts: known.value ?? [],
    damaged: read?.damaged ?? 0,
    error: error ?? known.error,
  };
}

/** What is shown of posts, by permalink: each the same object for as long as it says the same. */
function useHeads(posts: readonly Post[] | undefined): ReadonlyMap<string, PostHead> | undefined {
  const before = useRef(new Map<string, PostHead>());
  return useMemo(() => {
    if (!posts) return undefined;
    const heads = new Map<string, PostHead>();
    for (const { permalink, title, labels, published } of posts) {
      const head = { title, labels, ...(published !== undefined && { published }) };
      const old = before.current.get(permalink);
      heads.set(permalink, JSON.stringify(old) === JSON.stringify(head) && old ? old : head);
    }
    before.current = heads;
    return heads;
  }, [posts]);
}

/** Milliseconds after which whoever scrolls or types has a turn. */
const SLICE = 6;

/** Fold the texts before the first key is pressed, in slices, so that nobody waits for it. */
async function foldAhead(documents: readonly NoteDocument[], signal: AbortSignal): Promise<void> {
  let until = performance.now() + SLICE;
  for (const document of documents) {
    void document.text;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
    until = performance.now() + SLICE;
  }
}

/** Makes documents of annotations, and of one that has not changed the same as before. */
function createDocumentMaker(): typeof toNoteDocument {
  const made = new WeakMap<Annotation, NoteDocument>();
  return (annotation, post, state) => {
    const before = made.get(annotation);
    if (before && before.post === post && before.state === state) return before;
    const document = toNoteDocument(annotation, post, state);
    made.set(annotation, document);
    return document;
  };
}
