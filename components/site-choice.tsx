import './site-choice.css';
import { say } from '../lib/language/say.ts';

export interface SiteChoiceProps {
  sites: readonly string[];
  site: string;
  onSite: (site: string) => void;
}

/** Whose posts are shown, where the reader knows those of several sites. */
export function SiteChoice({ sites, site, onSite }: SiteChoiceProps) {
  return (
    <div class="site-choice">
      <label for="site-choice">{say('mapSite')}</label>
      <select
        id="site-choice"
        class="field"
        translate={false}
        value={site}
        onChange={(event) => onSite(event.currentTarget.value)}
      >
        {sites.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  );
}
