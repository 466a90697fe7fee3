import './related-post-list.css';
import type { Post } from '../lib/blog/post.ts';
import { languageOf, say, sayCount } from '../lib/language/say.ts';
import type { Related } from '../lib/relatedness/index.ts';
import { Day } from './day.tsx';
import { FetchProgress, type FetchProgressProps } from './fetch-progress.tsx';
import { isPlainClick } from './plain-click.ts';

export interface RelatedPostListProps extends Partial<FetchProgressProps> {
  /** Most related first. `undefined` while they are being ranked. */
  posts: readonly Related[] | undefined;
  /** How many posts of the blog Waymark has read: what the ranking chose from. */
  known?: number | undefined;
  /** A plain click. Others (a new tab, a new window) are left to the browser. */
  onOpen: (post: Post) => void;
}

const TERMS_SHOWN = 4;

/** The posts nearest in subject to the one being read, and what they have in common with it. */
export function RelatedPostList(props: RelatedPostListProps) {
  const { posts, feed, onRetry, onCancel, known, onOpen } = props;
  const isQuiet = feed === undefined || feed.status === 'done';
  return (
    <div class="related-post-list">
      <FetchProgress feed={feed} onRetry={onRetry} onCancel={onCancel} />
      {posts && posts.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers
        <ol class="plain-list" role="list" aria-label={say('related')}>
          {posts.map((related) => (
            <RelatedPost key={related.post.permalink} related={related} onOpen={onOpen} />
          ))}
        </ol>
      )}
      {posts?.length === 0 && isQuiet && (
        <p class="soft">{say(known === 0 ? 'relatedUnread' : 'relatedNone')}</p>
      )}
      {!posts && isQuiet && <p role="status">{say('relatedLooking')}</p>}
      {posts && posts.length > 0 && known !== undefined && (
        <p class="related-post-known">{sayCount('relatedKnown', known)}</p>
      )}
    </div>
  );
}

function RelatedPost({ related, onOpen }: { related: Related; onOpen: (post: Post) => void }) {
  const { post, terms } = related;
  const shared = new Intl.ListFormat(languageOf(), { type: 'unit' }).format(
    terms.slice(0, TERMS_SHOWN),
  );
  return (
    <li>
      <a
        class="related-post-title"
        href={post.permalink}
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onOpen(post);
        }}
      >
        {post.title}
      </a>
      <p class="related-post-why">
        {post.published && <Day value={post.published} />}
        {shared && <span>{say('relatedShared', shared)}</span>}
      </p>
    </li>
  );
}
