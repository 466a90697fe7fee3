import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { AnnotationRepository } from '../../lib/storage/annotation-repository.ts';
import type { Services } from './services.ts';
import { type BlogTab, findTab, NO_TAB } from './tab.ts';

/** What a reader came for, found before anything is drawn: it then stands in the first frame. */
export interface FirstLook {
  tab: BlogTab;
  /** Undefined when they could not be read: the page's own query will say why. */
  notes: Annotation[] | undefined;
  /** The title of the post in the tab, as far as it is known. */
  title: string | undefined;
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

/** Find the tab, its notes and its title. Never fails. */
export async function lookFirst({ annotations, posts }: Services): Promise<FirstLook> {
  const tab = await findTab().catch(() => NO_TAB);
  const { permalink } = tab;
  const [notes, post] = await Promise.all([
    listNotes(permalink, annotations).catch(() => undefined),
    permalink && posts.find(permalink).catch(() => undefined),
  ]);
  return { tab, notes, title: post?.title };
}

/** What is found within a moment. */
export function withinPatience<T>(finding: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    finding,
    new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}
