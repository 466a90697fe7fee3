import { say, sayCount } from '../lib/language/say.ts';
import type { AnnotationListProps } from './annotation-list.tsx';
import { LatestNotes, type LatestNotesProps } from './latest-notes.tsx';
import type { SiteOfferProps } from './site-offer.tsx';
import { usePart } from './use-part.ts';

/** Most open the popup on the blog. */
const loadOffer = () => import('./site-offer.tsx');

/** A tab that shows several posts, or none: the latest notes stand in. */
export interface NoPostInTab
  extends Pick<LatestNotesProps, 'titles' | 'siteOf' | 'onOpen' | 'onJump'> {
  kind: 'other';
  /** Latest first, of any post; `undefined` while they are being read. */
  annotations: LatestNotesProps['annotations'];
  /** Actions that are still to be done; absent until they are counted. */
  openActions?: number | undefined;
  /** Show them in the library. */
  onOpenActions: () => void;
  /** Present on a page of a site on which Waymark could work. */
  offer?: SiteOfferProps | undefined;
}

export interface LatestSectionProps
  extends Omit<AnnotationListProps, 'annotations' | 'emptyText' | 'label'> {
  tab: NoPostInTab;
}

/** What the reader wrote last, and what is still to be done. */
export function LatestSection({ tab, ...list }: LatestSectionProps) {
  const { openActions = 0, offer } = tab;
  const offering = usePart(offer !== undefined, loadOffer);
  return (
    <>
      {offering && offer && <offering.SiteOffer {...offer} />}
      <section class="page-section">
        {openActions > 0 && (
          <button type="button" class="button page-open-actions" onClick={tab.onOpenActions}>
            {sayCount('openActions', openActions)}
          </button>
        )}
        <h2>{say('latest')}</h2>
        <LatestNotes
          {...list}
          annotations={tab.annotations}
          titles={tab.titles}
          siteOf={tab.siteOf}
          onOpen={tab.onOpen}
          onJump={tab.onJump}
        />
      </section>
    </>
  );
}
