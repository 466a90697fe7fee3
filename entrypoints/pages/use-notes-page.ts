import type { NotesPageProps } from '../../components/notes-page.tsx';
import { isOpenAction } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import { otherSiteOf } from '../../lib/blog/site.ts';
import { say } from '../../lib/language/say.ts';
import type { PageView } from '../../lib/messaging/page-view.ts';
import { type FirstLook, findTitles, LATEST } from './first-look.ts';
import { openLibrary } from './open-pages.ts';
import type { Services } from './services.ts';
import { type BlogTab, openTab } from './tab.ts';
import { useAttaching } from './use-attaching.ts';
import { useEditing } from './use-editing.ts';
import { useExport } from './use-export.ts';
import { useFailure } from './use-failure.ts';
import { useGroupView } from './use-group-view.ts';
import { useNoteRenderer } from './use-note-renderer.tsx';
import { usePage } from './use-page.ts';
import { usePassageSearch } from './use-passage-search.ts';
import { usePostNote } from './use-post-note.ts';
import { useQuery } from './use-query.ts';
import { useReading } from './use-reading.ts';
import { useRelated } from './use-related.ts';
import { useRelatedNotes } from './use-related-notes.ts';
import { useSearch } from './use-search.ts';
import { useSettled } from './use-settled.ts';
import { useSiteOffer } from './use-site-offer.ts';

/** What a page of notes is about. */
export interface Subject {
  /** `undefined` until it is known. */
  tab: BlogTab | undefined;
  /** The post whose notes are shown; without it the latest of all posts. */
  permalink: Permalink | undefined;
  /** What the page in the tab shows on the screen, where that is told. */
  view?: PageView | undefined;
  /** What was found before anything was drawn. */
  first: FirstLook | undefined;
}

/** Notes drawn in the first frame, which fill a popup; the others follow at once. */
const FIRST_FRAME = 3;

/** All that popup and side panel show and do, joined to the database and to the page in the tab. */
export function useNotesPage(
  { tab, permalink, view, first }: Subject,
  services: Services,
): NotesPageProps {
  const { annotations, posts, background } = services;
  const isKnown = tab !== undefined;
  const isSettled = useSettled();
  /** What was found of this very post. */
  const found = first?.tab.permalink === permalink ? first : undefined;
  const mine = useQuery(
    async () => {
      if (!isKnown) return undefined;
      return permalink ? annotations.listBySource(permalink) : annotations.listLatest(LATEST);
    },
    [isKnown, permalink],
    found?.notes,
  );
  const sources = permalink ? [permalink] : (mine.value ?? []).map(({ target }) => target.source);
  const known = useQuery(
    async () => (isSettled ? findTitles([...new Set(sources)], posts) : undefined),
    [isSettled, sources.join()],
  );
  const counted = useQuery(async () => {
    if (!isSettled || permalink) return undefined;
    return (await annotations.listAll()).filter(isOpenAction).length;
  }, [isSettled, permalink]);

  const failure = useFailure(mine.error);
  const shown = isSettled ? mine.value : mine.value?.slice(0, FIRST_FRAME);

  const page = usePage(tab, mine.value, view?.turn);
  const editing = useEditing(services, page.ask);
  const related = useRelated(permalink, found, isSettled, services, editing);
  const inView = { annotations: mine.value, view, selection: page.selection };
  const notes = useRelatedNotes(isSettled ? permalink : undefined, inView, services);
  const offer = useSiteOffer(tab);
  const attachingOf = useAttaching(page, editing);
  const search = usePassageSearch(page, mine.value);
  const hasNotes = (mine.value?.length ?? 0) > 0;
  const exporting = useExport(permalink, hasNotes, services);
  const renderNote = useNoteRenderer(isSettled ? mine.value : undefined);
  const postNote = usePostNote(permalink, found?.draft, services, editing);
  const reading = useReading(permalink, found?.isRead, services);
  const { field, results } = useSearch(services);
  const sharing = useGroupView(isSettled, permalink, services);

  const titles: Record<string, string> = { ...first?.titles, ...known.value };
  return {
    tab:
      tab &&
      (permalink
        ? {
            kind: 'post',
            title: titles[permalink] ?? say('popupThisPost'),
            annotations: shown,
            count: mine.value?.length,
            related: { ...related, ...notes },
            locations: page.locations,
            search,
            attachingOf,
            onJump: page.jumpTo,
            inView: view?.ids,
            postNote,
            groupNotes: sharing?.notes,
          }
        : {
            kind: 'other',
            annotations: shown,
            titles,
            siteOf: otherSiteOf,
            openActions: counted.value,
            offer,
            onOpenActions: () => void openLibrary('is:open'),
            onOpen: openTab,
            onJump: ({ id }) => void background.showAnnotation(id),
          }),
    reading,
    search: field,
    results,
    failure,
    onRetry: () => location.reload(),
    onReload: page.reload,
    renderNote,
    exporting,
    onLibrary: () => void openLibrary(),
    ...editing.handlers,
    sharing,
    undo: editing.undo,
  };
}
