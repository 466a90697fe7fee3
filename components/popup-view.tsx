import './popup-view.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Annotation } from '../lib/annotation/annotation.ts';
import { say } from '../lib/language/say.ts';
import { AnnotationList, type AnnotationListProps } from './annotation-list.tsx';
import { ExportMenu, type ExportMenuProps } from './export-menu.tsx';
import { WaymarkMark } from './icons.tsx';
import { LatestNotes, type LatestNotesProps } from './latest-notes.tsx';
import { RelatedPostList, type RelatedPostListProps } from './related-post-list.tsx';
import { UndoBar, type UndoBarProps } from './undo-bar.tsx';

/** A tab that shows one post: what is known of it. */
export interface PostInTab {
  kind: 'post';
  title: string;
  /** In reading order; `undefined` while they are being read. */
  annotations: readonly Annotation[] | undefined;
  locations?: AnnotationListProps['locations'];
  attachingOf?: AnnotationListProps['attachingOf'];
  /** Absent where no page can be asked to show a passage. */
  onJump?: AnnotationListProps['onJump'];
  related: RelatedPostListProps;
}

/** A tab that shows several posts, or none: the latest notes stand in. */
export interface NoPostInTab {
  kind: 'other';
  /** Latest first, of any post; `undefined` while they are being read. */
  annotations: readonly Annotation[] | undefined;
  titles: LatestNotesProps['titles'];
  onOpen: LatestNotesProps['onOpen'];
}

export interface PopupViewProps {
  /** `undefined` until it is known what the tab shows. */
  tab: PostInTab | NoPostInTab | undefined;
  /** A sentence for a reader whose notes could not be opened; it stands in their place. */
  failure?: string | undefined;
  /** Offered beside `failure`. */
  onRetry?: (() => void) | undefined;
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  onColour: AnnotationListProps['onColour'];
  onEdit: AnnotationListProps['onEdit'];
  onDelete: AnnotationListProps['onDelete'];
  onDraft?: AnnotationListProps['onDraft'];
  exporting: ExportMenuProps;
  undo: UndoBarProps;
}

/** The popup: the notes of the post in the tab, the posts related to it, and the way out. */
export function PopupView(props: PopupViewProps) {
  const { tab, failure, onRetry, exporting, undo } = props;
  const main = useRef<HTMLElement>(null);
  return (
    <div class="popup">
      <div class="popup-sheet">
        <header class="popup-head">
          <WaymarkMark />
          <h1>{tab?.kind === 'post' ? tab.title : 'Waymark'}</h1>
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <main class="popup-main" ref={main} tabIndex={0}>
          {failure && (
            <div class="failure popup-failure" role="alert">
              <p>{failure}</p>
              {onRetry && (
                <button type="button" class="button" onClick={onRetry}>
                  {say('tryAgain')}
                </button>
              )}
            </div>
          )}
          {!tab && !failure && <p role="status">{say('popupLooking')}</p>}
          {tab?.kind === 'post' && <PostSections {...props} tab={tab} />}
          {tab?.kind === 'other' && !failure && <LatestSection {...props} tab={tab} />}
        </main>
        <UndoBar
          {...undo}
          onUndo={() => {
            main.current?.focus();
            undo.onUndo();
          }}
          onDismiss={() => {
            main.current?.focus();
            undo.onDismiss();
          }}
        />
        <footer class="popup-foot">
          <ExportMenu {...exporting} />
        </footer>
      </div>
    </div>
  );
}

type SectionProps<Tab> = Pick<
  PopupViewProps,
  'failure' | 'renderNote' | 'onColour' | 'onEdit' | 'onDelete' | 'onDraft'
> & {
  tab: Tab;
};

function PostSections({ tab, failure, renderNote, ...handlers }: SectionProps<PostInTab>) {
  const count = tab.annotations?.length ?? 0;
  return (
    <>
      {!failure && (
        <section class="popup-section">
          <h2>
            {say('popupNotes')} {count > 0 && <span class="popup-count">{count}</span>}
          </h2>
          <AnnotationList
            annotations={tab.annotations}
            locations={tab.locations}
            emptyText={say('popupEmpty')}
            renderNote={renderNote}
            onJump={tab.onJump}
            attachingOf={tab.attachingOf}
            {...handlers}
          />
        </section>
      )}
      <section class="popup-section">
        <h2>{say('related')}</h2>
        <RelatedPostList {...tab.related} />
      </section>
    </>
  );
}

function LatestSection({ tab, failure: _, ...list }: SectionProps<NoPostInTab>) {
  return (
    <section class="popup-section">
      <h2>{say('latest')}</h2>
      <LatestNotes
        annotations={tab.annotations}
        titles={tab.titles}
        onOpen={tab.onOpen}
        {...list}
      />
    </section>
  );
}
