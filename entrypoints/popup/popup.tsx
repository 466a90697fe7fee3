import { NotesPage } from '../../components/notes-page.tsx';
import { openSidePanel } from '../pages/open-pages.ts';
import type { Services } from '../pages/services.ts';
import type { BlogTab } from '../pages/tab.ts';
import { useNotesPage } from '../pages/use-notes-page.ts';
import { useTab } from '../pages/use-tab.ts';

export interface PopupProps extends Services {
  tab: Promise<BlogTab>;
}

/** The popup: what it is about is the tab it was opened for. */
export function Popup({ tab: first, ...services }: PopupProps) {
  const tab = useTab(first);
  const props = useNotesPage({ tab, permalink: tab?.permalink }, services);
  const onSidePanel = () => {
    openSidePanel(tab?.windowId).catch((error: unknown) => {
      console.warn('Waymark: the side panel did not open', error);
    });
  };
  return <NotesPage {...props} kind="popup" onSidePanel={onSidePanel} />;
}
