import './site-settings.css';
import { useRef, useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';

/** A site that is offered. */
export interface OfferedSite {
  site: string;
  name: string;
  /** What it is, in a line. */
  about: string;
}

export interface SiteSettingsProps {
  /** The hosts that were added; `undefined` until the browser has told. */
  sites: readonly string[] | undefined;
  offered: readonly OfferedSite[];
  /** What became of the last wish, and of which site. */
  answer?: { site: string; is: 'added' | 'removed' | 'refused' | 'noSite' } | undefined;
  /** Asks the browser for what was typed or chosen; to be called within the click. */
  onAdd: (address: string) => void;
  onRemove: (site: string) => void;
}

const ANSWERS = {
  added: 'siteAdded',
  removed: 'siteRemoved',
  refused: 'siteRefused',
  noSite: 'siteNone',
} as const;

/** The sites on which Waymark works beside the blog, and the ways to add one or take one away. */
export function SiteSettings({ sites, offered, answer, onAdd, onRemove }: SiteSettingsProps) {
  const [address, setAddress] = useState('');
  const said = useRef<HTMLParagraphElement>(null);
  /** The button goes with its line: what became of it takes the focus. */
  const keepingFocus = (act: () => void) => () => {
    said.current?.focus();
    act();
  };
  if (!sites) return <p role="status">{say('settingsLoading')}</p>;
  const others = offered.filter(({ site }) => !sites.includes(site));
  const nameOf = (host: string) => offered.find(({ site }) => site === host)?.name;
  return (
    <div class="site-settings">
      <p>{say('sitesIntro')}</p>
      {sites.length === 0 && <p class="soft">{say('sitesEmpty')}</p>}
      {sites.length > 0 && (
        <ul class="plain-list site-list" aria-label={say('sitesAdded')}>
          {sites.map((site) => (
            <li key={site}>
              <SiteName site={site} name={nameOf(site)} />
              <button
                type="button"
                class="button"
                aria-label={say('siteRemoveNamed', site)}
                onClick={keepingFocus(() => onRemove(site))}
              >
                {say('siteRemove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" class="site-said" ref={said} tabIndex={-1}>
        {answer && say(ANSWERS[answer.is], answer.site)}
      </p>
      <form
        class="site-form"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd(address);
          setAddress('');
        }}
      >
        <label for="site-address">{say('siteAddress')}</label>
        <input
          id="site-address"
          class="field"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellcheck={false}
          required
          maxLength={2000}
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {say('siteAdd')}
        </button>
      </form>
      {others.length > 0 && (
        <details class="site-offers" open>
          <summary>{say('sitesOffered')}</summary>
          <p class="soft">{say('sitesOfferedHint')}</p>
          <ul class="plain-list site-list">
            {others.map(({ site, name, about }) => (
              <li key={site}>
                <span class="site-about">
                  <SiteName site={site} name={name} />
                  <span class="soft">{about}</span>
                </span>
                <button
                  type="button"
                  class="button"
                  aria-label={say('siteAddNamed', site)}
                  onClick={keepingFocus(() => onAdd(`https://${site}/`))}
                >
                  {say('siteAdd')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function SiteName({ site, name }: { site: string; name: string | undefined }) {
  const isNamed = name !== undefined && name !== site;
  return (
    <span class="site-name" translate={false}>
      {isNamed && <b>{name}</b>} <span class={isNamed ? 'soft' : 'site-host'}>{site}</span>
    </span>
  );
}
