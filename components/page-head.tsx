import './page-head.css';
import { WaymarkMark } from './icons.tsx';
import type { QuickSearchProps } from './quick-search.tsx';
import { QuickSearch } from './quick-search.tsx';
import { ReadToggle, type ReadToggleProps } from './read-toggle.tsx';

export interface PageHeadProps {
  title: string;
  /** Absent where no one post is shown, or nothing is known of it yet. */
  reading: ReadToggleProps | undefined;
  search: QuickSearchProps;
}

/** What the page is about, and the search for everything else. */
export function PageHead({ title, reading, search }: PageHeadProps) {
  return (
    <header class="page-head">
      <div class="page-head-title">
        <WaymarkMark />
        <h1>{title}</h1>
        {reading && <ReadToggle {...reading} />}
      </div>
      <QuickSearch {...search} />
    </header>
  );
}
