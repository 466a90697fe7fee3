import { NotesPage } from '../../components/notes-page.tsx';
import { toPermalink } from '../../lib/blog/permalink.ts';
import type { FirstLook } from '../pages/first-look.ts';
import type { Services } from '../pages/services.ts';
import { permalinkIn } from '../pages/tab.ts';
import { useHeld } from '../pages/use-held.ts';
import { useNotesPage } from '../pages/use-notes-page.ts';
import { usePageView } from '../pages/use-page-view.ts';
import { useShortcutList } from '../pages/use-shortcut-list.tsx';
import { useTab } from '../pages/use-tab.ts';

export interface SidePanelProps extends Services {
  /** What was found before anything was drawn; what is still `looking` otherwise. */
  first: FirstLook | undefined;
  looking: Promise<FirstLook>;
}

/**
 * The side panel: it follows the tab, and in the tab the scroll position. On a page with several
 * posts it is about the one that is being read; not about the next one while a note is written.
 */
export function SidePanel({ first, looking, ...services }: SidePanelProps) {
  const tab = useTab(
    first?.tab,
    looking.then(({ tab: found }) => found),
  );
  const view = usePageView(tab);
  const source = useHeld(view?.source, tab?.id);
  const permalink = tab?.isAdded
    ? permalinkIn(tab, view && { ...view, source })
    : (tab?.permalink ?? (source === undefined ? undefined : toPermalink(source)));
  const props = useNotesPage({ tab, permalink, view, first }, services);
  const shortcuts = useShortcutList('notes');
  return (
    <>
      <NotesPage {...props} kind="panel" />
      {shortcuts}
    </>
  );
}
