import { useEffect, useMemo, useState } from 'preact/hooks';
import type { NextPost } from '../../../components/blog-map-next.tsx';
import type { MapPost } from '../../../components/blog-map-post.ts';
import type { Annotation } from '../../../lib/annotation/annotation.ts';
import type { Post } from '../../../lib/blog/post.ts';
import type { Relatedness } from '../../../lib/relatedness/index.ts';
import type { Reading } from '../../../lib/storage/database.ts';
import { report } from '../../pages/report.ts';
import { findNextPost } from './next-post.ts';

/**
 * The next post to read, once the posts have been compared: that is begun when the map has been
 * drawn, and the code for it is loaded then.
 */
export function useNextPost(
  posts: readonly Post[] | undefined,
  mapped: readonly MapPost[] | undefined,
  readings: readonly Reading[],
  annotations: readonly Annotation[],
): { next: NextPost | undefined; isLooking: boolean } {
  const [ranking, setRanking] = useState<{ relatedness: Relatedness }>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!posts || posts.length === 0) return;
    let isCurrent = true;
    const compare = async () => {
      const standing = posts.filter(({ gone }) => !gone);
      const { createRelatedness } = await import('../../../lib/relatedness/index.ts');
      // A timer's turn later the picture is on the screen.
      setTimeout(() => isCurrent && setRanking({ relatedness: createRelatedness(standing) }));
    };
    compare().catch((error: unknown) => {
      report('the posts could not be compared', error);
      setFailed(true);
    });
    return () => {
      isCurrent = false;
    };
  }, [posts]);
  const next = useMemo(() => {
    if (!ranking || !mapped || !posts) return undefined;
    const gone = new Set<string>(posts.flatMap((post) => (post.gone ? post.permalink : [])));
    const standing = mapped.filter(({ permalink }) => !gone.has(permalink));
    return findNextPost(standing, readings, annotations, ranking.relatedness);
  }, [ranking, posts, mapped, readings, annotations]);
  return { next, isLooking: !ranking && !hasFailed };
}
