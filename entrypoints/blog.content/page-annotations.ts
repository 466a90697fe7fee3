import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import { findPosts, type PostOnPage } from '../../lib/blog/page.ts';
import { postOfPage } from '../../lib/blog/page-post.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import { characterAt } from '../../lib/highlight/hit-test.ts';
import { ATTENTION, PASSAGE, type Painter } from '../../lib/highlight/painter.ts';
import { createHighlightSession, type HighlightSession } from '../../lib/highlight/session.ts';
import type { BackgroundProtocol, LocationState } from '../../lib/messaging/protocol.ts';
import { retry } from '../../lib/messaging/retry.ts';
import type { Client } from '../../lib/messaging/rpc.ts';

/** The annotations of all posts that a page shows, painted on it. */
export interface PageAnnotations {
  /** Find the posts, read them and paint what belongs to them: at first, and after changes. */
  rescan(changed?: (element: Element) => boolean): Promise<void>;
  /** Read the annotations of a post again, if the page shows it. */
  refresh(source: Permalink): Promise<void>;
  /** Whether the range touches a post's text. */
  covers(range: AbstractRange): boolean;
  /** Highlight the part of the range that lies in one post; it is painted before it is saved. */
  highlight(range: AbstractRange): { annotation: Annotation; saved: Promise<void> } | undefined;
  /** Save an annotation again that could not be saved. */
  save(annotation: Annotation): Promise<void>;
  /** Delete an annotation; it leaves the page at once. */
  remove(annotation: Annotation): Promise<void>;
  restore(annotation: Annotation): Promise<void>;
  /** The annotation at a point of the viewport, in CSS pixels. */
  annotationAt(x: number, y: number): Annotation | undefined;
  rangeOf(id: AnnotationId): Range | undefined;
  /** All passages found on the page and where they stand, in reading order. */
  passages(): { annotation: Annotation; range: Range }[];
  /** Paint one passage so that it is seen, for as long as the promise is pending. */
  attend(id: AnnotationId, until: Promise<unknown>): Promise<void>;
  states(): Record<AnnotationId, LocationState>;
}

export interface PageServices {
  document: Document;
  painter: Painter;
  background: Client<BackgroundProtocol>;
}

export function createPageAnnotations({
  document,
  painter,
  background,
}: PageServices): PageAnnotations {
  let sessions = new Map<Element, HighlightSession>();
  const known = new Map<string, Annotation[]>();
  let attending: Promise<unknown> | undefined;

  const firstOf = <T>(find: (session: HighlightSession) => T | undefined): T | undefined => {
    for (const session of sessions.values()) {
      const found = find(session);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const paint = () => {
    painter.paint(
      PASSAGE,
      Array.from(sessions.values()).flatMap((session) => session.ranges()),
    );
  };

  const set = (source: string, annotations: Annotation[]) => {
    known.set(source, annotations);
    for (const session of sessions.values()) {
      if (session.source === source) session.setAnnotations(annotations);
    }
  };

  /** Change what is known of one post, and what is painted of it, before the background answers. */
  const change = (source: string, to: (annotations: Annotation[]) => Annotation[]) => {
    set(source, to(known.get(source) ?? []));
    paint();
  };

  const load = async (sources: Permalink[]) => {
    if (sources.length === 0) return;
    const annotations = await retry(() => background.listAnnotations(sources));
    const bySource = Map.groupBy(annotations, ({ target }) => target.source);
    for (const source of sources) set(source, bySource.get(source) ?? []);
    paint();
  };

  const save = (annotation: Annotation) => retry(() => background.saveAnnotation(annotation));

  return {
    async rescan(changed = () => false) {
      const before = sessions;
      const posts = findPosts(document, document.location.href);
      sessions = new Map(posts.map((post) => [post.body, sessionFor(post, before)]));
      const stale = posts.filter(
        ({ body }) => sessions.get(body) === before.get(body) && changed(body),
      );
      for (const { body } of stale) sessions.get(body)?.reread();
      painter.repair();
      const fresh = posts.filter(({ body }) => sessions.get(body) !== before.get(body));
      if (stale.length > 0 || before.size !== sessions.size) paint();
      if (fresh.length === 0) return;
      await load(Array.from(new Set(fresh.map(({ permalink }) => permalink))));
      await background.savePosts(
        fresh.map((post) => postOfPage(post, sessions.get(post.body)?.passage() ?? '')),
      );
    },
    async refresh(source) {
      if (firstOf((session) => session.source === source || undefined)) await load([source]);
    },
    covers: (range) => firstOf((session) => session.covers(range) || undefined) ?? false,
    highlight(range) {
      const annotation = firstOf((session) => session.annotate(range));
      if (!annotation) return undefined;
      change(annotation.target.source, (annotations) => [...annotations, annotation]);
      return { annotation, saved: save(annotation) };
    },
    save,
    async remove(annotation) {
      const { id, target } = annotation;
      change(target.source, (annotations) => annotations.filter((other) => other.id !== id));
      await retry(() => background.deleteAnnotation(id));
    },
    async restore(annotation) {
      change(annotation.target.source, (annotations) => [...annotations, annotation]);
      await retry(() => background.restoreAnnotation(annotation.id));
    },
    annotationAt(x, y) {
      const character = characterAt(document, x, y);
      return character && firstOf((session) => session.annotationAt(character));
    },
    rangeOf: (id) => firstOf((session) => session.rangeOf(id)),
    passages: () => Array.from(sessions.values()).flatMap((session) => session.passages()),
    async attend(id, until) {
      const range = firstOf((session) => session.rangeOf(id));
      attending = until;
      painter.paint(ATTENTION, range ? [range] : []);
      await until;
      if (attending === until) painter.paint(ATTENTION, []);
    },
    states: () =>
      Object.fromEntries(Array.from(sessions.values()).flatMap((session) => [...session.states()])),
  };
}

/** The session a body has already, unless another post has moved into it. */
function sessionFor(post: PostOnPage, before: ReadonlyMap<Element, HighlightSession>) {
  const session = before.get(post.body);
  return session?.source === post.permalink ? session : createHighlightSession(post);
}
