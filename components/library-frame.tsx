import './library-frame.css';
import type { ComponentChildren } from 'preact';
import { say } from '../lib/language/say.ts';
import { WaymarkMark } from './icons.tsx';
import { isPlainClick } from './plain-click.ts';

/** One of the library's views, as its tab shows it. */
export interface ViewTab {
  key: string;
  label: string;
  /** How much there is; undefined while that is not known. */
  count?: number | undefined;
  /** What leads to it in the library's address, for a new tab or a bookmark: empty, or from `?` on. */
  search: string;
}

export interface LibraryFrameProps {
  tabs: readonly ViewTab[];
  current: string;
  /** A plain click on a tab; others are left to the browser. */
  onView: (key: string) => void;
  children: ComponentChildren;
}

/** The library's head, with its views, around the one that is shown. */
export function LibraryFrame({ tabs, current, onView, children }: LibraryFrameProps) {
  return (
    <div class="library" data-view={current}>
      <header class="library-head">
        <h1>
          <WaymarkMark /> {say('libraryHeading')}
        </h1>
        <nav aria-label={say('libraryViews')}>
          <ul class="plain-list library-tabs">
            {tabs.map(({ key, label, count, search }) => (
              <li key={key}>
                <a
                  href={`library.html${search}`}
                  aria-current={key === current ? 'page' : undefined}
                  onClick={(event) => {
                    if (!isPlainClick(event)) return;
                    event.preventDefault();
                    onView(key);
                  }}
                >
                  {label}{' '}
                  {count !== undefined && count > 0 && (
                    <span class="library-tab-count">{say('number', count)}</span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main class="library-main">{children}</main>
    </div>
  );
}
