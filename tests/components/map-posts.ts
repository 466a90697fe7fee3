import fc from 'fast-check';
import type { MapPost } from '../../components/blog-map-post.ts';

let made = 0;

/** A post of the map of which only what the test is about need be said. */
export function aMapPost(wanted: Partial<MapPost> = {}): MapPost {
  made += 1;
  const year = wanted.year ?? 2015;
  return {
    permalink: `https://www.elidedbranches.com/${year}/03/post-${made}.html`,
    title: `Post ${made}`,
    year,
    labels: [],
    words: 800,
    minutes: 3,
    stand: 'unread',
    highlights: 0,
    notes: 0,
    ...wanted,
  };
}

/** The posts of a blog of any size, over as many years and with as many labels as it likes. */
export function anyPosts(most = 120): fc.Arbitrary<MapPost[]> {
  return fc
    .array(
      fc.record({
        year: fc.integer({ min: 2005, max: 2026 }),
        words: fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.constant(90_000)),
        labels: fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 3 }),
        stand: fc.constantFrom('unread' as const, 'opened' as const, 'read' as const),
        highlights: fc.nat(4),
        notes: fc.nat(2),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((posts) => posts.map(aMapPost));
}
