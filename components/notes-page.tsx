import './notes-page.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import type { AnnotationHandlers } from './annotation-handlers.ts';
import { DrawnIcon } from './icons.tsx';
import type { NoPostInTab } from './latest-section.tsx';
import { RELOAD } from './page-drawings.ts';
import { PageFoot, type PageFootProps } from './page-foot.tsx';
import { PageHead, type PageHeadProps } from './page-head.tsx';
import { type PostInTab, PostSections } from './post-sections.tsx';
import { Scrollable } from './scrollable.tsx';
import type { SearchResultsProps } from './search-results.tsx';
import { UndoBar, type UndoBarProps } from './undo-bar.tsx';
import { usePart } from './use-part.ts';

/** Most open the popup for a post. */
const loadLatest = () => import('./latest-section.tsx');
const loadResults = () => import('./search-results.tsx');

export interface NotesPageProps extends AnnotationHandlers, PageFootProps {
  /** `undefined` until it is known what the tab shows. */
  tab: PostInTab | NoPostInTab | undefined;
  reading?: PageHeadProps['reading'];
  search: PageHeadProps['search'];
  /** Stands in place of all else while something is searched. */
  results?: SearchResultsProps | undefined;
  /** A sentence for a reader whose notes could not be opened; it stands in their place. */
  failure?: string | undefined;
  /** Offered beside `failure`. */
  onRetry?: (() => void) | undefined;
  /** Given when the page in the tab was opened before Waymark was there. */
  onReload?: (() => void) | undefined;
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  undo: UndoBarProps;
}

/** What popup and side panel are: head, notes, and foot. They differ in size alone. */
export function NotesPage({ kind, ...props }: NotesPageProps & { kind: 'popup' | 'panel' }) {
  const { tab, results, undo } = props;
  const found = usePart(results !== undefined, loadResults);
  const main = useRef<HTMLElement>(null);
  /** The undo bar takes its buttons with it, but not the focus. */
  const keepingFocus = (act: () => void) => () => {
    main.current?.focus();
    act();
  };
  return (
    <div class={kind}>
      <div class="page-sheet">
        <PageHead
          title={tab?.kind === 'post' ? tab.title : 'Waymark'}
          reading={tab?.kind === 'post' ? props.reading : undefined}
          search={props.search}
        />
        <Scrollable as="main" class="page-main" ref={main}>
          {results && found && <found.SearchResults {...results} />}
          {/* What is being written goes on standing there. */}
          <div class="page-sections" hidden={results !== undefined}>
            <Sections {...props} />
          </div>
        </Scrollable>
        <UndoBar
          {...undo}
          onUndo={keepingFocus(undo.onUndo)}
          onDismiss={keepingFocus(undo.onDismiss)}
        />
        <PageFoot {...props} />
      </div>
    </div>
  );
}

function Sections(props: NotesPageProps) {
  const { tab, failure, onRetry, onReload } = props;
  const latest = usePart(tab?.kind === 'other' && !failure, loadLatest);
  return (
    <>
      {failure && (
        <div class="failure page-notice" role="alert">
          <p>
            {failure}{' '}
            <a href="options.html#backups" target="_blank" rel="noopener">
              {say('openBackups')}
            </a>
          </p>
          {onRetry && (
            <button type="button" class="button" onClick={onRetry}>
              {say('tryAgain')}
            </button>
          )}
        </div>
      )}
      {onReload && (
        <div class="page-notice page-asleep" role="status">
          <p>{say('pageAsleep')}</p>
          <button type="button" class="button" onClick={onReload}>
            <DrawnIcon d={RELOAD} /> {say('pageReload')}
          </button>
        </div>
      )}
      {!tab && !failure && <p role="status">{say('popupLooking')}</p>}
      {tab?.kind === 'post' && <PostSections {...props} tab={tab} hasNotes={!failure} />}
      {tab?.kind === 'other' && latest && <latest.LatestSection {...props} tab={tab} />}
    </>
  );
}
