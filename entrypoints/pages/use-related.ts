import { useEffect, useState } from 'preact/hooks';
import type { RelatedSectionsProps } from '../../components/related-sections.tsx';
import type { Permalink } from '../../lib/blog/permalink.ts';
import { findSite } from '../../lib/blog/site.ts';
import { say } from '../../lib/language/say.ts';
import type { Glance } from '../../lib/storage/glance.ts';
import { passagesOf } from '../../lib/storage/passages.ts';
import type { ListedPost } from '../../lib/storage/related-list.ts';
import { toRelatedView } from '../../lib/storage/related-view.ts';
import type { Services } from './services.ts';
import { openTab } from './tab.ts';
import type { Editing } from './use-editing.ts';
import { useQuery } from './use-query.ts';

type RelatedProps = Omit<RelatedSectionsProps, 'notes' | 'onNote'>;

/** Nothing is made for a post that is not known. */
const NOTHING = { related: [], highlighted: [] };

/**
 * The posts related to one, as they were made ahead. The background is asked to read the blog's
 * feed when that is due, and to make the list where there is none, or the reader has highlighted
 * or ruled out something since.
 *
 * @param first What was found of the post before anything was drawn.
 * @param isSettled Whether there is time for all but reading what is there.
 */
export function useRelated(
  permalink: Permalink | undefined,
  first: Partial<Glance> | undefined,
  isSettled: boolean,
  { related, posts, background }: Services,
  { offer }: Pick<Editing, 'offer'>,
): RelatedProps {
  const site = permalink && findSite(permalink);
  const { value: feed } = useQuery(
    async () => (site && isSettled ? posts.findFeedState(site) : undefined),
    [site, isSettled],
  );
  const [seen] = useState(() => {
    const { related: rows, notes } = first ?? {};
    return rows && notes && toRelatedView(rows, passagesOf(notes));
  });
  const { value: view } = useQuery(
    async () => (permalink ? related.find(permalink) : undefined),
    [permalink],
    seen,
  );
  /** The post whose list was asked for, and has come if it ever will. */
  const [asked, setAsked] = useState<Permalink>();
  const ask = (what: Promise<unknown>) =>
    what.catch((error: unknown) => {
      console.warn('Waymark: the background did not answer', error);
    });
  const refresh = (evenIfFresh: boolean) =>
    void ask(background.refreshPosts({ evenIfFresh, ...(site && { site }) }));
  const wanted = isSettled && view?.isCurrent === false ? permalink : undefined;

  useEffect(() => {
    if (permalink && isSettled) refresh(false);
  }, [permalink, isSettled]);
  useEffect(() => {
    if (wanted) ask(background.renewRelated(wanted)).then(() => setAsked(wanted));
  }, [wanted]);

  const ruleOut = async (post: Permalink, other: ListedPost) => {
    await related.saveUnrelated(post, other.permalink);
    offer(say('relatedRuledOut', other.title), () =>
      related.deleteUnrelated(post, other.permalink),
    );
  };

  const found = view?.list ?? (view && asked === permalink ? NOTHING : undefined);
  const isReading = feed?.status === 'reading';
  return {
    list: isReading && found?.related.length === 0 ? undefined : found,
    site,
    stands: view?.stands,
    feed,
    onRetry: () => refresh(true),
    onCancel: () => void ask(background.cancelRefresh({ ...(site && { site }) })),
    known: view?.known,
    onOpen: openTab,
    onUnrelated: (other) => {
      if (permalink) ruleOut(permalink, other);
    },
  };
}
