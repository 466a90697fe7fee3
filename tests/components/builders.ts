import type { RelatedSectionsProps } from '../../components/related-sections.tsx';
import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Post } from '../../lib/blog/post.ts';
import type { FeedState } from '../../lib/storage/feed-state.ts';
import type { ListedPost } from '../../lib/storage/related-list.ts';

let made = 0;

/** An annotation of which only what the test is about need be said. */
export function anAnnotation(
  wanted: { id?: string; passage?: string; note?: string; source?: string } = {},
): Annotation {
  made += 1;
  const passage = wanted.passage ?? 'A passage.';
  const instant = '2026-05-12T10:00:00.000Z';
  return {
    id: wanted.id ?? `0197a000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    motivation: wanted.note ? 'commenting' : 'highlighting',
    target: {
      source: wanted.source ?? 'https://www.elidedbranches.com/2015/03/one.html',
      selector: [{ type: 'TextQuoteSelector', exact: passage, prefix: '', suffix: '' }],
      passage,
    },
    ...(wanted.note && {
      body: { type: 'TextualBody', format: 'text/markdown', value: wanted.note },
    }),
    created: instant,
    modified: instant,
  };
}

/** A post, by its title. */
export function aPost(title: string): Post {
  const { permalink } = aRelatedPost(title);
  return { permalink, title, labels: [], text: '', excerpt: false };
}

/** A related post, of which only what the test is about need be said. */
export function aRelatedPost(title: string, wanted: Partial<ListedPost> = {}): ListedPost {
  const slug = title.toLowerCase().replaceAll(' ', '-');
  const permalink = `https://www.elidedbranches.com/2016/01/${slug}.html` as Permalink;
  return { permalink, title, score: 0.3, terms: [], ...wanted };
}

/** What is related to a post; nothing unless the test says what. */
export function aRelated(wanted: Partial<RelatedSectionsProps> = {}): RelatedSectionsProps {
  return { list: { related: [], highlighted: [] }, onOpen() {}, onNote() {}, ...wanted };
}

/** How the reading of the feed goes, of which only what the test is about need be said. */
export function aFeedState(wanted: Partial<FeedState> = {}): FeedState {
  return { key: 'feed', status: 'reading', received: 0, at: 0, ...wanted };
}
