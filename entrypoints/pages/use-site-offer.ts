import { useState } from 'preact/hooks';
import type { SiteOfferProps } from '../../components/site-offer.tsx';
import { requestSite } from '../sites/granted.ts';
import type { BlogTab } from './tab.ts';

/**
 * The offer to have Waymark work on the site in the tab; undefined where it does already, or cannot.
 * What follows a yes is the background's to do: the browser may close the popup over its question.
 */
export function useSiteOffer(tab: BlogTab | undefined): SiteOfferProps | undefined {
  const [refused, setRefused] = useState<string>();
  const { site, isBlog } = tab ?? {};
  if (site === undefined || isBlog) return undefined;
  return {
    site,
    isRefused: refused === site,
    onAdd() {
      setRefused(undefined);
      requestSite(site).then(
        (isGranted) => setRefused(isGranted ? undefined : site),
        (error: unknown) => {
          console.warn('Waymark: a site could not be asked for', error);
          setRefused(site);
        },
      );
    },
  };
}
