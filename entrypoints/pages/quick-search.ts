import type { SearchHit } from '../../components/search-results.tsx';
import { type Annotation, noteOf, tagsOf } from '../../lib/annotation/annotation.ts';
import type { Post } from '../../lib/blog/post.ts';

/** What of a hit is shown before and after the words that were found. UTF-16 units. */
const BEFORE = 40;
const AFTER = 110;
/** Hits that are listed: the library has the rest. */
export const MOST_HITS = 20;

export interface QuickSearch {
  hits: SearchHit[];
  /** How many there are in all. */
  count: number;
}

/**
 * Find what is typed in titles, passages, notes and tags, whatever its capitals and accents: posts
 * by their titles first, then annotations, the newest first.
 */
export function searchQuickly(
  query: string,
  annotations: readonly Annotation[],
  posts: readonly Post[],
): QuickSearch {
  const wanted = fold(query.trim());
  if (wanted === '') return { hits: [], count: 0 };
  const titles = new Map(posts.map(({ permalink, title }) => [permalink as string, title]));
  const ofPosts = posts.flatMap((post): SearchHit[] => {
    const at = fold(post.title).indexOf(wanted);
    return at < 0 ? [] : [{ post, excerpt: excerptOf(post.title, at, wanted.length) }];
  });
  const newest = annotations.toSorted((a, b) => (a.created < b.created ? 1 : -1));
  const ofAnnotations = newest.flatMap((annotation): SearchHit[] => {
    const { target } = annotation;
    const title = titles.get(target.source) ?? target.source;
    for (const text of [noteOf(annotation), target.passage, ...tagsOf(annotation)]) {
      const at = fold(text).indexOf(wanted);
      if (at >= 0) return [{ annotation, title, excerpt: excerptOf(text, at, wanted.length) }];
    }
    return [];
  });
  const all = [...ofPosts, ...ofAnnotations];
  return { hits: all.slice(0, MOST_HITS), count: all.length };
}

/** Without capitals and accents, and as long as before: places in one are places in the other. */
function fold(text: string): string {
  return Array.from(text, (character) => {
    const [base = character] = character.normalize('NFD');
    const lower = base.toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');
}

function excerptOf(text: string, at: number, length: number): SearchHit['excerpt'] {
  const from = Math.max(0, at - BEFORE);
  const to = Math.min(text.length, at + length + AFTER);
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    found: text.slice(at, at + length),
    after: text.slice(at + length, to) + (to < text.length ? '…' : ''),
  };
}
