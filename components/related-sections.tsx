import { useRef } from 'preact/hooks';
import { say, sayCount } from '../lib/language/say.ts';
import type { RelatedNote } from '../lib/messaging/protocol.ts';
import type { ListedPost, RelatedList } from '../lib/storage/related-list.ts';
import type { FetchProgressProps } from './fetch-progress.tsx';
import type { RelatedNotesProps } from './related-notes.tsx';
import { RelatedPostList, type RelatedPostListProps } from './related-post-list.tsx';
import { usePart } from './use-part.ts';

/** What comes after all else, or seldom: what draws it can wait, too. */
const loadNotes = () => import('./related-notes.tsx');
const loadProgress = () => import('./fetch-progress.tsx');

export interface RelatedSectionsProps
  extends Partial<FetchProgressProps>,
    Pick<RelatedPostListProps, 'site' | 'stands' | 'onOpen' | 'onUnrelated'> {
  /** `undefined` while it is being made. */
  list: Pick<RelatedList, 'related' | 'highlighted'> | undefined;
  /** How many posts of the blog Waymark has read: what the list was chosen from. */
  known?: number | undefined;
  /** The reader's notes on the same subject; absent while they are looked for. */
  notes?: readonly RelatedNote[] | undefined;
  onNote: RelatedNotesProps['onNote'];
}

/**
 * What belongs to the post being read: posts that are linked with it, posts on the same subject,
 * posts on what was highlighted in it, and the reader's own notes on other posts.
 */
export function RelatedSections(props: RelatedSectionsProps) {
  const { list, feed, onRetry, onCancel, known, notes = [], onNote } = props;
  const main = useRef<HTMLElement>(null);
  const ofNotes = usePart(notes.length > 0, loadNotes);
  const isQuiet = feed === undefined || feed.status === 'done';
  const ofFeed = usePart(!isQuiet, loadProgress);
  const linked = list?.related.filter((post) => post.linked) ?? [];
  const near = list?.related.filter((post) => !post.linked) ?? [];
  const highlighted = list?.highlighted ?? [];
  /** The button goes with its post: the section it stood in takes the focus. */
  const onUnrelated =
    props.onUnrelated &&
    ((post: ListedPost) => {
      main.current?.focus();
      props.onUnrelated?.(post);
    });
  const toList = (label: string, posts: readonly ListedPost[], isGuess: boolean) => (
    <RelatedPostList
      label={label}
      posts={posts}
      site={props.site}
      stands={props.stands}
      onOpen={props.onOpen}
      onUnrelated={isGuess ? onUnrelated : undefined}
    />
  );
  return (
    <>
      {linked.length > 0 && (
        <section class="page-section">
          <h2>{say('relatedLinked')}</h2>
          {toList(say('relatedLinked'), linked, false)}
        </section>
      )}
      <section class="page-section related-section" ref={main} tabIndex={-1}>
        <h2>{say('related')}</h2>
        {ofFeed && <ofFeed.FetchProgress feed={feed} onRetry={onRetry} onCancel={onCancel} />}
        {near.length > 0 && toList(say('related'), near, true)}
        {list && near.length === 0 && isQuiet && (
          <p class="soft">{linked.length > 0 ? say('relatedNoOther') : sayNone(known)}</p>
        )}
        {!list && isQuiet && <p role="status">{say('relatedLooking')}</p>}
        {near.length + linked.length > 0 && known !== undefined && (
          <p class="related-known">{sayCount('relatedKnown', known)}</p>
        )}
      </section>
      {highlighted.length > 0 && (
        <section class="page-section">
          <h2>{say('relatedHighlighted')}</h2>
          {toList(say('relatedHighlighted'), highlighted, true)}
        </section>
      )}
      {ofNotes && (
        <section class="page-section">
          <h2>{say('relatedNotes')}</h2>
          <ofNotes.RelatedNotes notes={notes} onNote={onNote} />
        </section>
      )}
    </>
  );
}

function sayNone(known: number | undefined): string {
  if (known === 0) return say('relatedUnread');
  return known === undefined ? say('relatedNone') : sayCount('relatedNoneOf', known);
}
