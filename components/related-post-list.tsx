import './related-post-list.css';
import { useState } from 'preact/hooks';
import { sayCount } from '../lib/language/say.ts';
import type { ListedPost } from '../lib/storage/related-list.ts';
import type { ReaderStand } from '../lib/storage/related-view.ts';
import { RelatedPost } from './related-post.tsx';

export interface RelatedPostListProps {
  /** What the list is called. */
  label: string;
  /** Most related first. */
  posts: readonly ListedPost[];
  /** The site of the post it is for: of the others only those elsewhere name theirs. */
  site?: string | undefined;
  /** How the reader stands to each, by permalink; one that is missing is not known. */
  stands?: Readonly<Record<string, ReaderStand>> | undefined;
  /** A plain click, with where the post is to be opened. Others are left to the browser. */
  onOpen: (address: string) => void;
  /** Absent where the list is not a guess. */
  onUnrelated?: ((post: ListedPost) => void) | undefined;
}

/** Posts a list begins with: as many as a reader takes in. */
const SHOWN = 5;

/** Posts of the blog, each with why it is here. */
export function RelatedPostList(props: RelatedPostListProps) {
  const { label, posts, site, stands, onOpen, onUnrelated } = props;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? posts : posts.slice(0, SHOWN);
  const more = posts.length - shown.length;
  return (
    <>
      <ol class="plain-list related-post-list" aria-label={label}>
        {shown.map((post) => (
          <li key={post.permalink}>
            <RelatedPost
              post={post}
              site={site}
              stand={stands?.[post.permalink]}
              onOpen={onOpen}
              onUnrelated={onUnrelated}
            />
          </li>
        ))}
      </ol>
      {more > 0 && (
        <button
          type="button"
          class="button quiet related-post-more"
          onClick={() => setIsWhole(true)}
        >
          {sayCount('relatedMore', more)}
        </button>
      )}
    </>
  );
}
