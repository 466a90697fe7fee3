import { EmptyState } from '../../components/empty-state.tsx';
import { toWebAddress } from '../../components/web-address.ts';
import { BLOG_ORIGIN } from '../../lib/blog/address.ts';
import { type MessageName, say } from '../../lib/language/say.ts';
import type { NotesViewName } from './route.ts';

export interface NothingListedProps {
  view: NotesViewName;
  isLoading: boolean;
  hasFailed: boolean;
  /** Whether there are notes, but none that the query finds. */
  isSearch: boolean;
  onClear: () => void;
}

const EMPTY: Record<NotesViewName, readonly [heading: MessageName, text: MessageName]> = {
  notes: ['emptyNotes', 'emptyNotesText'],
  actions: ['emptyActions', 'emptyActionsText'],
  bin: ['emptyBin', 'emptyBinText'],
};

/** Why there is no list, and what can be done about it. */
export function NothingListed(props: NothingListedProps) {
  const { view, isLoading, hasFailed, isSearch, onClear } = props;
  if (hasFailed) {
    return (
      <div role="alert">
        <EmptyState heading={say('notesFailed')} text={say('notesFailedText')}>
          <button type="button" class="button" onClick={() => location.reload()}>
            {say('tryAgain')}
          </button>
        </EmptyState>
      </div>
    );
  }
  if (isLoading) {
    return (
      <p class="soft empty-state" role="status">
        {say('listOpening')}
      </p>
    );
  }
  if (isSearch) {
    return (
      <EmptyState heading={say('emptySearch')} text={say('emptySearchText')}>
        <button type="button" class="button" onClick={onClear}>
          {say('searchClear')}
        </button>
      </EmptyState>
    );
  }
  const [heading, text] = EMPTY[view];
  return (
    <EmptyState heading={say(heading)} text={say(text)}>
      {view === 'notes' && <a href={toWebAddress(BLOG_ORIGIN)}>{say('emptyOpenBlog')}</a>}
    </EmptyState>
  );
}
