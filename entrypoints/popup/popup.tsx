import { NotesPage } from '../../components/notes-page.tsx';
import type { FirstLook } from '../pages/first-look.ts';
import { openSidePanel } from '../pages/open-pages.ts';
import type { Services } from '../pages/services.ts';
import { permalinkIn } from '../pages/tab.ts';
import { useNotesPage } from '../pages/use-notes-page.ts';
import { usePageView } from '../pages/use-page-view.ts';
import { useShortcutList } from '../pages/use-shortcut-list.tsx';
import { useTab } from '../pages/use-tab.ts';

export interface PopupProps extends Services {
  /** What was found before anything was drawn; what is still `looking` otherwise. */
  first: FirstLook | undefined;
  looking: Promise<FirstLook>;
}

/** The popup: what it is about is the tab it was opened for. */
export function Popup({ first, looking, ...services }: PopupProps) {
  const tab = useTab(
    first?.tab,
    looking.then(({ tab: found }) => found),
  );
  // The blog's posts are told by their addresses; elsewhere the page is asked.
  const view = usePageView(tab?.isAdded ? tab : undefined);
  const permalink = permalinkIn(tab, view);
  const props = useNotesPage({ tab, permalink, first }, services);
  const onSidePanel = () => {
    openSidePanel(tab?.windowId).catch((error: unknown) => {
      console.warn('Waymark: the side panel did not open', error);
    });
  };
  const shortcuts = useShortcutList('notes');
  return (
    <>
      <NotesPage {...props} kind="popup" onSidePanel={onSidePanel} />
      {shortcuts}
    </>
  );
}
