import { useEffect, useState } from 'preact/hooks';
import { PopupView } from '../../components/popup-view.tsx';
import type { Services } from '../pages/services.ts';
import { type BlogTab, openTab } from '../pages/tab.ts';
import { useAttaching } from '../pages/use-attaching.ts';
import { useEditing } from '../pages/use-editing.ts';
import { useExport } from '../pages/use-export.ts';
import { useNoteRenderer } from '../pages/use-note-renderer.tsx';
import { usePage } from '../pages/use-page.ts';
import { useQuery } from '../pages/use-query.ts';
import { useRelated } from '../pages/use-related.ts';

export interface PopupProps extends Services {
  tab: Promise<BlogTab>;
}

/** How many of the latest notes stand in for a post's own. */
const LATEST = 20;

/** The popup, joined to the database and to the page in the tab. */
export function Popup({ tab: findingTab, ...services }: PopupProps) {
  const { annotations, posts } = services;
  const [tab, setTab] = useState<BlogTab>();
  useEffect(() => {
    findingTab.then(setTab, () => setTab({ id: undefined, permalink: undefined }));
  }, [findingTab]);
  const permalink = tab?.permalink;

  const all = useQuery(() => annotations.listAll(), []);
  const mine = useQuery(
    async () => (permalink ? annotations.listBySource(permalink) : annotations.listLatest(LATEST)),
    [permalink],
  );
  const known = useQuery(() => posts.list(), []);
  const page = usePage(tab, mine.value);
  const related = useRelated(permalink, known.value, services);
  const editing = useEditing(services, page.ask);
  const attachingOf = useAttaching(page, editing);
  const exporting = useExport(permalink, all.value ?? [], known.value ?? []);
  const renderNote = useNoteRenderer(mine.value);

  const titles = Object.fromEntries(
    (known.value ?? []).map((post) => [post.permalink, post.title]),
  );
  const failure = mine.error ? 'Your notes could not be opened.' : undefined;

  return (
    <PopupView
      tab={
        tab &&
        (permalink
          ? {
              kind: 'post',
              title: titles[permalink] ?? 'This post',
              annotations: mine.value,
              related,
              locations: page.locations,
              attachingOf,
              onJump: page.jumpTo,
            }
          : { kind: 'other', annotations: mine.value, titles, onOpen: openTab })
      }
      failure={failure}
      onRetry={() => location.reload()}
      renderNote={renderNote}
      exporting={exporting}
      {...editing.view}
    />
  );
}
