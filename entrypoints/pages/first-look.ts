import { type Glance, glanceAt } from '../../lib/storage/glance.ts';
import { type BlogTab, findTab, NO_TAB } from './tab.ts';

/**
 * What a reader came for, found before anything is drawn: it then stands in the first frame. What
 * could not be read is absent: the page's own queries will say why.
 */
export interface FirstLook extends Partial<Glance> {
  tab: BlogTab;
}

/** How many of the latest notes stand in for a post's own. */
export const LATEST = 20;

/** How long a page stays empty for that; then it is drawn as one that waits. Milliseconds. */
const PATIENCE = 250;

declare global {
  /** The look that was begun by a script of its own, before the page's modules were loaded. */
  var waymarkFirstLook: Promise<FirstLook> | undefined;
}

/** Find the tab, and what there is of its post. Never fails, and looks only once. */
export function lookFirst(): Promise<FirstLook> {
  globalThis.waymarkFirstLook ??= look();
  return globalThis.waymarkFirstLook;
}

async function look(): Promise<FirstLook> {
  const finding = findTab().catch(() => NO_TAB);
  const glancing = glanceAt(
    finding.then(({ permalink }) => permalink),
    LATEST,
  );
  const glance = await glancing.catch(() => undefined);
  return { ...glance, tab: await finding };
}

/** What is found within a moment. */
export function withinPatience<T>(finding: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    finding,
    new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}
