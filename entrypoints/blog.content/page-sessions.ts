import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import type { PostOnPage } from '../../lib/blog/page.ts';
import type { PostFinder } from '../../lib/blog/post-finder.ts';
import { createHighlightSession, type HighlightSession } from '../../lib/highlight/session.ts';

/** The posts on a page as they were last looked at, and what is known to be marked in them. */
export interface PageSessions {
  /** Look at the page again. */
  update(changed: (element: Element) => boolean): PageUpdate;
  list(): HighlightSession[];
  /** The first answer that a session gives. */
  firstOf<T>(find: (session: HighlightSession) => T | undefined): T | undefined;
  /** Whether the page shows the post. */
  shows(source: string): boolean;
  /** The post that is being read: the first of which something stands below the upper third. */
  sourceInView(): string | undefined;
  find(id: AnnotationId): Annotation | undefined;
  /**
   * Change what is known of one post's annotations. Undefined when their passages are found; else
   * a promise for when they are.
   */
  change(
    source: string,
    to: (annotations: readonly Annotation[]) => readonly Annotation[],
  ): Promise<unknown> | undefined;
}

/** What has become of a page. */
export interface PageUpdate {
  /** Posts that were not there before. */
  fresh: PostOnPage[];
  /** Those, and the posts that were read again. */
  read: PostOnPage[];
  /** Whether posts went away, came, or read differently. */
  isChanged: boolean;
  /** When all passages are found again, if that takes longer than a moment. */
  settled: Promise<unknown> | undefined;
  passageOf(post: PostOnPage): string;
}

export function createPageSessions(document: Document, finder: PostFinder): PageSessions {
  let sessions = new Map<Element, HighlightSession>();
  const known = new Map<string, readonly Annotation[]>();

  const firstOf: PageSessions['firstOf'] = (find) => {
    for (const session of sessions.values()) {
      const found = find(session);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return {
    update(changed) {
      const before = sessions;
      const posts = finder.findPosts(document, document.location.href);
      sessions = new Map(posts.map((post) => [post.body, sessionFor(post, before)]));
      const isKnown = ({ body }: PostOnPage) => sessions.get(body) === before.get(body);
      const stale = posts.filter((post) => isKnown(post) && changed(post.body));
      const settled = allOf(stale.map(({ body }) => sessions.get(body)?.reread()));
      const fresh = posts.filter((post) => !isKnown(post));
      return {
        fresh,
        read: [...fresh, ...stale],
        isChanged: stale.length > 0 || before.size !== sessions.size,
        settled,
        passageOf: ({ body }) => sessions.get(body)?.passage() ?? '',
      };
    },
    list: () => Array.from(sessions.values()),
    firstOf,
    shows: (source) => firstOf((session) => session.source === source || undefined) ?? false,
    sourceInView() {
      for (const [body, { source }] of sessions) {
        if (body.getBoundingClientRect().bottom > document.documentElement.clientHeight / 3) {
          return source;
        }
      }
      return undefined;
    },
    find(id) {
      for (const annotations of known.values()) {
        const found = annotations.find((annotation) => annotation.id === id);
        if (found) return found;
      }
      return undefined;
    },
    change(source, to) {
      const annotations = to(known.get(source) ?? []);
      known.set(source, annotations);
      const showing = Array.from(sessions.values()).filter((session) => session.source === source);
      return allOf(showing.map((session) => session.setAnnotations(annotations)));
    },
  };
}

/** The session a body has already, unless another post has moved into it. */
function sessionFor(post: PostOnPage, before: ReadonlyMap<Element, HighlightSession>) {
  const session = before.get(post.body);
  return session?.source === post.permalink ? session : createHighlightSession(post);
}

/** When all of several things are done, if any of them is not. */
function allOf(pending: readonly (Promise<unknown> | undefined)[]): Promise<unknown> | undefined {
  const rest = pending.filter((promise) => promise !== undefined);
  return rest.length > 0 ? Promise.all(rest) : undefined;
}
