import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import type { PassageSearch, SearchAct } from '../../lib/annotation/passage-location.ts';
import { postOfPage } from '../../lib/blog/page-post.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import { characterAt } from '../../lib/highlight/hit-test.ts';
import { ATTENTION, type Painter } from '../../lib/highlight/painter.ts';
import type { PageView } from '../../lib/messaging/page-view.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import { retry } from '../../lib/messaging/retry.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import { createPageChanges, type PageChanges } from './page-changes.ts';
import { createPageSessions } from './page-sessions.ts';
import { createPassageSearch } from './passage-search.ts';
import { createReattaching, type Reattaching } from './reattaching.ts';
import { isOnScreen } from './scroll.ts';

/** The annotations of all posts that a page shows, painted on it. */
export interface PageAnnotations extends Reattaching, PageChanges {
  /** Find the posts, read them and paint what belongs to them: at first, and after changes. */
  rescan(changed?: (element: Element) => boolean): Promise<void>;
  /** Paint again, after the page has changed its colours. */
  repaint(): void;
  /** How far the search for passages has come; it can be stopped, and gone on with. */
  search(act: SearchAct): PassageSearch;
  /** Read the annotations of a post again, if the page shows it. */
  refresh(source: Permalink): Promise<void>;
  /** Whether the range touches a post's text. */
  covers(range: AbstractRange): boolean;
  /** The annotation at a point of the viewport, in CSS pixels. */
  annotationAt(x: number, y: number): Annotation | undefined;
  rangeOf(id: AnnotationId): Range | undefined;
  /** The annotation as it is known here. */
  find(id: AnnotationId): Annotation | undefined;
  /** All passages found on the page and where they stand, in reading order. */
  passages(): PlacedPassage[];
  /** What is on the screen: the post that is being read, and the annotations in sight. */
  inView(): Omit<PageView, 'turn'>;
  /** Paint one passage so that it is seen, for as long as the promise is pending. */
  attend(id: AnnotationId, until: Promise<unknown>): Promise<void>;
}

/** A passage where it stands on the page. */
export interface PlacedPassage {
  annotation: Annotation;
  range: Range;
  /** The text of the post it stands in. */
  body: Element;
}

export interface PageServices {
  document: Document;
  painter: Painter;
  background: Client<BackgroundProtocol>;
  /** Passages are painted, some of them otherwise or elsewhere than before. */
  onPainted: () => void;
}

export function createPageAnnotations({
  document,
  painter,
  background,
  onPainted,
}: PageServices): PageAnnotations {
  const sessions = createPageSessions(document);
  const { firstOf } = sessions;
  let attending: Promise<unknown> | undefined;

  const repaint = () => {
    painter.paintPassages(sessions.list().flatMap((session) => session.marks()));
    onPainted();
  };

  /** Change what is known of one post, and what is painted of it, before the background answers. */
  const change: typeof sessions.change = (source, to) => {
    const settled = sessions.change(source, to);
    repaint();
    return settled?.then(repaint);
  };

  const replace = (changed: Annotation) =>
    change(changed.target.source, (annotations) =>
      annotations.map((annotation) => (annotation.id === changed.id ? changed : annotation)),
    );

  const reattaching = createReattaching({ sessions, background, replace });

  const load = async (sources: Permalink[]) => {
    if (sources.length === 0) return;
    const annotations = await retry(() => background.listAnnotations(sources));
    const bySource = Map.groupBy(annotations, ({ target }) => target.source);
    await Promise.all(
      sources.map((source) => sessions.change(source, () => bySource.get(source) ?? [])),
    );
    await settle();
  };
  /** Passages have been looked for. */
  const settle = () => {
    repaint();
    return background.saveStates(reattaching.locations());
  };

  return {
    ...reattaching,
    ...createPageChanges({ sessions, background, change, replace }),
    async rescan(changed = () => false) {
      const { fresh, read, isChanged, settled, passageOf } = sessions.update(changed);
      painter.repair();
      if (isChanged) repaint();
      if (settled) await settled.then(repaint);
      await load(Array.from(new Set(fresh.map(({ permalink }) => permalink))));
      const posts = read.map((post) => postOfPage(post, passageOf(post)));
      if (posts.length > 0) await background.savePosts(posts);
    },
    repaint,
    search: createPassageSearch(sessions, settle),
    async refresh(source) {
      if (sessions.shows(source)) await load([source]);
    },
    covers: (range) => firstOf((session) => session.covers(range) || undefined) ?? false,
    annotationAt(x, y) {
      const character = characterAt(document, x, y);
      return character && firstOf((session) => session.annotationAt(character));
    },
    rangeOf: (id) => firstOf((session) => session.rangeOf(id)),
    find: sessions.find,
    passages: () =>
      sessions
        .list()
        .flatMap(({ body, passages }) => passages().map((passage) => ({ ...passage, body }))),
    inView: () => ({
      source: sessions.sourceInView(),
      ids: sessions
        .list()
        .flatMap((session) => session.passages())
        .flatMap(({ annotation, range }) => (isOnScreen(document, range) ? annotation.id : [])),
    }),
    async attend(id, until) {
      const range = firstOf((session) => session.rangeOf(id));
      attending = until;
      painter.paint(ATTENTION, range ? [range] : []);
      await until;
      if (attending === until) painter.paint(ATTENTION, []);
    },
  };
}
