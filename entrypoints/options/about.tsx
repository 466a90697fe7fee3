import browser from 'webextension-polyfill';
import { say } from '../../lib/language/say.ts';

/** Which Waymark this is, and where else to go. */
export function About() {
  return (
    <>
      <p>{say('aboutVersion', browser.runtime.getManifest().version)}</p>
      <p class="link-row">
        <a href="welcome.html">{say('aboutWelcome')}</a>
        <a href="library.html">{say('openLibrary')}</a>
        <a href="privacy.html">{say('aboutPrivacy')}</a>
        <a href="third-party.txt">{say('aboutLicences')}</a>
      </p>
    </>
  );
}
