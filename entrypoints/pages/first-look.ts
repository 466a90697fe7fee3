import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import type { PostRepository } from '../../lib/storage/post-repository.ts';
import type { RelatedView } from '../../lib/storage/related-repository.ts';
import type { Services } from './services.ts';
import { type BlogTab, findTab, NO_TAB } from './tab.ts';

/** What a reader came for, found before anything is drawn: it then stands in the first frame. */
export interface FirstLook {
  tab: BlogTab;
  /** Undefined when they could not be read: the page's own query will say why. */
  notes: Annotation[] | undefined;
  /** By permalink, the titles of the post in the tab or of those the notes are on, where known. */
  titles: Readonly<Record<string, string>>;
  /** Whether it is marked as read; undefined where there is no post, or it could not be told. */
  isRead: boolean | undefined;
  /** What was typed for the post as a whole and not added; undefined as above. */
  draft: string | undefined;
  /** The posts related to it; undefined as above. */
  related: RelatedView | undefined;
}

/** How many of the latest notes stand in for a post's own. */
const LATEST = 20;

/** How long a page stays empty for that; then it is drawn as one that waits. Milliseconds. */
const PATIENCE = 250;

/** The notes of a post, or of no post the latest of all. */
export function listNotes(
  permalink: Permalink | undefined,
  annotations: AnnotationRepository,
): Promise<Annotation[]> {
  return permalink ? annotations.listBySource(permalink) : annotations.listLatest(LATEST);
}

/** The titles of the posts that are known, by permalink. */
export async function findTitles(
  permalinks: readonly string[],
  posts: PostRepository,
): Promise<Record<string, string>> {
  const found = await Promise.all(permalinks.map((one) => posts.find(one as Permalink)));
  return Object.fromEntries(found.flatMap((post) => (post ? [[post.permalink, post.title]] : [])));
}

/** Find the tab, and what there is of its post. Never fails. */
export async function lookFirst(services: Services): Promise<FirstLook> {
  const tab = await findTab().catch(() => NO_TAB);
  const { permalink } = tab;
  const { annotations, posts, readings, drafts, related } = services;
  const ofPost = <T>(find: (post: Permalink) => Promise<T>) =>
    permalink ? find(permalink).catch(() => undefined) : undefined;
  const [notes, ofTab, isRead, draft, list] = await Promise.all([
    listNotes(permalink, annotations).catch(() => undefined),
    ofPost((one) => findTitles([one], posts)),
    ofPost(async (one) => (await readings.find(one))?.read !== undefined),
    ofPost(async (one) => (await drafts.find(one)) ?? ''),
    ofPost(related.find),
  ]);
  const sources = new Set(permalink ? [] : notes?.map(({ target }) => target.source));
  const titles = ofTab ?? (await findTitles([...sources], posts).catch(() => ({})));
  return { tab, notes, titles, isRead, draft, related: list };
}

/** What is found within a moment. */
export function withinPatience<T>(finding: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    finding,
    new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}
