import type { SearchHit } from '../../components/search-results.tsx';
import { type Annotation, noteOf, tagsOf } from '../../lib/annotation/annotation.ts';
import { withoutMarks } from '../../lib/annotation/without-marks.ts';
import type { Post } from '../../lib/blog/post.ts';
import { foldText } from '../../lib/search/fold.ts';
import { marksIn } from '../../lib/search/marks.ts';
import { toNoteDocument } from '../../lib/search/note-document.ts';
import { parseQuery } from '../../lib/search/parse-query.ts';
import type { Query } from '../../lib/search/query.ts';
import { createSearch } from '../../lib/search/search.ts';

/** What of a hit is shown before and after the words that were found. UTF-16 units. */
const BEFORE = 40;
const AFTER = 110;
/** Hits that are listed: the library has the rest. */
const MOST_HITS = 20;

export interface QuickSearch {
  /** Posts by their titles first, then annotations, the newest first. */
  hits: SearchHit[];
  /** How many there are in all. */
  count: number;
}

/** A search of everything as the library's, of which the first hits are enough. */
export function createQuickSearch(
  annotations: readonly Annotation[],
  posts: readonly Post[],
): (query: string) => QuickSearch {
  const byPermalink = new Map(posts.map((post) => [post.permalink as string, post]));
  const newest = annotations.toSorted((a, b) => (a.created < b.created ? 1 : -1));
  const search = createSearch(
    newest.map((annotation) =>
      toNoteDocument(annotation, byPermalink.get(annotation.target.source)),
    ),
  );
  const titles = posts.map((post) => ({ post, text: foldText(post.title) }));
  return (asked) => {
    const query = parseQuery(asked);
    const found = search.find(query);
    const ofTitle = titles.filter(({ text }) => isTitleOf(text, query));
    const hits = [
      ...ofTitle.map(({ post }) => ({ post, excerpt: excerptOf([post.title], query) })),
      ...found.slice(0, MOST_HITS).map(({ annotation, post }) => ({
        annotation,
        title: post?.title ?? annotation.target.source,
        excerpt: excerptOf(
          [
            withoutMarks(noteOf(annotation)),
            annotation.target.passage,
            tagsOf(annotation).join(', '),
          ],
          query,
        ),
      })),
    ];
    return { hits: hits.slice(0, MOST_HITS), count: ofTitle.length + found.length };
  };
}

/** Of posts only the title is searched: a query for anything else finds none. */
function isTitleOf(title: string, { clauses }: Query): boolean {
  return (
    clauses.length > 0 &&
    clauses.every(
      (clause) => clause.by === 'text' && title.includes(clause.text) !== clause.isNegated,
    )
  );
}

/** The first of the texts in which something was found, around it; or the first that says anything. */
function excerptOf(texts: readonly string[], query: Query): SearchHit['excerpt'] {
  for (const text of texts) {
    const [mark] = marksIn(text, query);
    if (!mark) continue;
    const from = Math.max(0, mark.start - BEFORE);
    const to = mark.end + AFTER;
    return {
      before: (from > 0 ? '…' : '') + text.slice(from, mark.start),
      found: text.slice(mark.start, mark.end),
      after: text.slice(mark.end, to) + (to < text.length ? '…' : ''),
    };
  }
  const text = texts.find((one) => one !== '') ?? '';
  const isLong = text.length > BEFORE + AFTER;
  return { before: text.slice(0, BEFORE + AFTER) + (isLong ? '…' : ''), found: '', after: '' };
}
