import { useEffect, useMemo, useState } from 'preact/hooks';
import { BLOG } from '../../../lib/blog/address.ts';
import type { Post } from '../../../lib/blog/post.ts';
import { findSite, type Site } from '../../../lib/blog/site.ts';

/** Under which the page's address says whose map it is; of the blog's it says nothing. */
const SITE = 'site';

/** Whose posts the map shows, and of which other sites posts are known. */
export interface MapSite {
  site: Site;
  /** The blog first, then others by name. */
  sites: readonly Site[];
  /** Those of the site, of all that are known. */
  posts: readonly Post[] | undefined;
  show: (site: Site) => void;
}

/** A map shows one site at a time: their posts have neither years nor labels in common. */
export function useMapSite(known: readonly Post[] | undefined): MapSite {
  const [wanted, setWanted] = useState(readSite);
  useEffect(() => {
    const onPopState = () => setWanted(readSite());
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
  const bySite = useMemo(
    () => known && Map.groupBy(known, ({ permalink }) => findSite(permalink)),
    [known],
  );
  const others = [...(bySite?.keys() ?? [])].filter(
    (one) => one !== undefined && one !== BLOG.host,
  );
  const sites = [BLOG.host, ...(others as Site[]).sort()];
  const site = sites.find((one) => one === wanted) ?? BLOG.host;
  return {
    site,
    sites,
    posts: useMemo(() => bySite && (bySite.get(site) ?? []), [bySite, site]),
    show(next) {
      const parameters = new URLSearchParams(location.search);
      if (next === BLOG.host) parameters.delete(SITE);
      else parameters.set(SITE, next);
      history.pushState(null, '', `${location.pathname}?${parameters}`);
      setWanted(next);
    },
  };
}

function readSite(): Site {
  return new URLSearchParams(location.search).get(SITE) ?? BLOG.host;
}
