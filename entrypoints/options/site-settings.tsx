import { useEffect, useState } from 'preact/hooks';
import {
  type OfferedSite,
  SiteSettings,
  type SiteSettingsProps,
} from '../../components/site-settings.tsx';
import { parseSiteUrl, toMatch } from '../../lib/blog/site.ts';
import { WELL_KNOWN_SITES } from '../../lib/blog/well-known-sites.ts';
import { say } from '../../lib/language/say.ts';
import { listSites, requestSite, watchSites } from '../sites/granted.ts';
import { removeSite } from '../sites/remove-site.ts';
import { countAsSite } from '../sites/request-server.ts';

/** The sites as the browser knows them: it may take one away by itself. */
export function AddedSites() {
  const [sites, setSites] = useState<string[]>();
  const [answer, setAnswer] = useState<SiteSettingsProps['answer']>();

  useEffect(() => {
    const controller = new AbortController();
    const read = () =>
      listSites().then(setSites, (error: unknown) => {
        console.error('Waymark: the browser does not tell the sites', error);
      });
    read();
    watchSites(read, controller.signal);
    return () => controller.abort();
  }, []);

  const add = (address: string) => {
    const site = toSite(address);
    if (site === undefined) return setAnswer({ site: address, is: 'noSite' });
    // In the click itself: later the browser would not ask.
    requestSite(site).then(
      async (isGranted) => {
        if (isGranted) await countAsSite(toMatch(site));
        setAnswer({ site, is: isGranted ? 'added' : 'refused' });
      },
      (error: unknown) => {
        console.warn('Waymark: a site could not be asked for', error);
        setAnswer({ site, is: 'refused' });
      },
    );
  };
  const remove = async (site: string) => {
    await removeSite(site);
    setAnswer({ site, is: 'removed' });
  };

  return (
    <SiteSettings
      sites={sites}
      offered={WELL_KNOWN_SITES.map(toOffered)}
      answer={answer}
      onAdd={add}
      onRemove={(site) => {
        remove(site).catch((error: unknown) => {
          console.error('Waymark: a site could not be given back', error);
        });
      }}
    />
  );
}

function toOffered({ site, name, about }: (typeof WELL_KNOWN_SITES)[number]): OfferedSite {
  return { site, name, about: say(`siteAbout_${about}`) };
}

/** The host of what was typed, with a scheme or without. */
function toSite(address: string): string | undefined {
  const typed = address.trim();
  return parseSiteUrl(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`)?.hostname;
}
