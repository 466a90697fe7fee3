import './site-offer.css';
import { say } from '../lib/language/say.ts';

export interface SiteOfferProps {
  /** The host of the page in the tab. */
  site: string;
  /** Asks the browser; to be called within the click. */
  onAdd: () => void;
  /** Whether the reader, or the browser, has said no. */
  isRefused: boolean;
}

/** On a page of a site where Waymark does not work: what it would mean to have it work there. */
export function SiteOffer({ site, onAdd, isRefused }: SiteOfferProps) {
  return (
    <section class="page-section site-offer">
      <h2>{say('siteOfferHeading')}</h2>
      <p>{say('siteOfferText', site)}</p>
      <p class="soft">{say('siteOfferLimits')}</p>
      <button type="button" class="button primary" onClick={onAdd}>
        {say('siteOfferAdd')}
      </button>
      <p role="status">{isRefused && say('siteRefused', site)}</p>
    </section>
  );
}
