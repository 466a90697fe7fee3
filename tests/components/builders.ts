import type { Annotation } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { Related } from '../../lib/relatedness/index.ts';
import type { FeedState } from '../../lib/storage/feed-state.ts';

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

/** A related post by its title. */
export function aRelatedPost(title: string, terms: string[] = [], published?: string): Related {
  const slug = title.toLowerCase().replaceAll(' ', '-');
  const permalink = `https://www.elidedbranches.com/2016/01/${slug}.html` as Permalink;
  const post = { permalink, title, labels: [], text: '', excerpt: false };
  return { post: published ? { ...post, published } : post, score: 0.3, terms };
}

/** How the reading of the feed goes, of which only what the test is about need be said. */
export function aFeedState(wanted: Partial<FeedState> = {}): FeedState {
  return { key: 'feed', status: 'reading', received: 0, at: 0, ...wanted };
}
