import './quick-search.css';
import type { Annotation } from '../lib/annotation/annotation.ts';
import type { Post } from '../lib/blog/post.ts';
import { say, sayCount } from '../lib/language/say.ts';
import { DrawnIcon } from './icons.tsx';
import { faceOf } from './kind-face.ts';
import { isPlainClick } from './plain-click.ts';
import { toWebAddress } from './web-address.ts';

/** What was found, with the words around it. */
interface Excerpt {
  before: string;
  found: string;
  after: string;
}

/** A post by its title, or an annotation by what it holds. */
export type SearchHit =
  | { post: Post; excerpt: Excerpt }
  | { annotation: Annotation; title: string; excerpt: Excerpt };

export interface SearchResultsProps {
  /** The best first. `undefined` while they are being looked for. */
  hits: readonly SearchHit[] | undefined;
  /** How many there are in all. */
  count: number | undefined;
  hasFailed: boolean;
  onPost: (post: Post) => void;
  onAnnotation: (annotation: Annotation) => void;
  /** All of them, in the library. */
  onLibrary: () => void;
}

/** What a search has found so far. */
export function SearchResults(props: SearchResultsProps) {
  const { hits, count = 0, hasFailed, onLibrary } = props;
  return (
    <section class="search-results" aria-label={say('searchResults')}>
      <p class="search-results-count" role="status">
        {hasFailed
          ? say('notesFailed')
          : hits
            ? sayCount('searchFound', count)
            : say('searchLooking')}
      </p>
      {hits && hits.length > 0 && (
        <ol class="plain-list">
          {hits.map((hit) => (
            <li key={'post' in hit ? hit.post.permalink : hit.annotation.id}>
              <Hit {...props} hit={hit} />
            </li>
          ))}
        </ol>
      )}
      {hits && (
        <button type="button" class="button" onClick={onLibrary}>
          {say('searchLibrary')}
        </button>
      )}
    </section>
  );
}

function Hit({ hit, onPost, onAnnotation }: SearchResultsProps & { hit: SearchHit }) {
  const isPost = 'post' in hit;
  const { before, found, after } = hit.excerpt;
  return (
    <a
      href={toWebAddress(isPost ? hit.post.permalink : hit.annotation.target.source)}
      target="_blank"
      rel="noopener"
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        if (isPost) onPost(hit.post);
        else onAnnotation(hit.annotation);
      }}
    >
      <span class={isPost ? 'search-result-title' : undefined}>
        {before}
        {found && <mark>{found}</mark>}
        {after}
      </span>
      {!isPost && (
        <span class="search-result-of">
          <DrawnIcon d={faceOf(hit.annotation).drawing} /> {hit.title}
        </span>
      )}
    </a>
  );
}
