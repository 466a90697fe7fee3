import { timeOf } from '../../components/backups.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { toWebAddress } from '../../components/web-address.ts';
import { BLOG_ORIGIN } from '../../lib/blog/address.ts';
import { type MessageName, say, sayCount } from '../../lib/language/say.ts';
import { faultSentence } from '../pages/fault-sentence.ts';
import type { NotesViewName } from './route.ts';
import { useLastBackup } from './use-last-backup.ts';

export interface NothingListedProps {
  view: NotesViewName;
  isLoading: boolean;
  /** Why nothing can be listed; undefined while nothing is wrong. */
  error: unknown;
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
  const { view, isLoading, error, isSearch, onClear } = props;
  const backup = useLastBackup(!isLoading && !error && !isSearch && view === 'notes');
  if (error) {
    return (
      <div role="alert">
        <EmptyState
          heading={say('notesFailed')}
          text={faultSentence(error) ?? say('notesFailedText')}
        >
          <button type="button" class="button" onClick={() => location.reload()}>
            {say('tryAgain')}
          </button>
          <a href="options.html#backups">{say('openBackups')}</a>
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
      {backup && (
        <p>
          {say('emptyBackup', timeOf(backup), sayCount('notes', backup.notes))}{' '}
          <a href="options.html#backups">{say('emptyBackupRestore')}</a>
        </p>
      )}
      {view === 'notes' && <a href={toWebAddress(BLOG_ORIGIN)}>{say('emptyOpenBlog')}</a>}
    </EmptyState>
  );
}
