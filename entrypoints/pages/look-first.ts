import { glanceAt } from '../../lib/storage/glance.ts';
import { type FirstLook, LATEST, withinPatience } from './first-look.ts';
import { findTab, NO_TAB } from './tab.ts';

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
  // A library that another tab holds may never open: the tab is known all the same.
  const glance = await withinPatience(glancing.catch(() => undefined));
  return { ...glance, tab: await finding };
}
