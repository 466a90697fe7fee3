import './welcome-view.css';
import type { ComponentChildren } from 'preact';
import { say } from '../lib/language/say.ts';
import { DrawnIcon, HighlightIcon } from './icons.tsx';
import { LIBRARY } from './page-drawings.ts';
import { toWebAddress } from './web-address.ts';
import { WelcomeCard } from './welcome-card.tsx';
import { WelcomeHead } from './welcome-head.tsx';

export interface WelcomeViewProps {
  /** A paragraph to try Waymark on. */
  trial: ComponentChildren;
  /** The hosts that Waymark may see, a star for any name before them. */
  hosts: readonly string[];
  /** Whether the browser lets it; `undefined` until it has said so. */
  hasAccess: boolean | undefined;
  onAllow: () => void;
  /** How the icon is pinned in this browser; nothing to say when it is, or nobody knows. */
  pinHint: string | undefined;
  blogUrl: string;
}

/** The first page: what Waymark does, what it sees, where the data lives, and a paragraph to try. */
export function WelcomeView({
  trial,
  hosts,
  hasAccess,
  onAllow,
  pinHint,
  blogUrl,
}: WelcomeViewProps) {
  return (
    <div class="welcome">
      <WelcomeHead heading={say('welcomeHeading')} lead={say('welcomeLead')} />
      <main class="welcome-main">
        <section class="welcome-try" aria-labelledby="welcome-try">
          <h2 id="welcome-try">{say('welcomeTryHeading')}</h2>
          {trial}
        </section>
        <div class="welcome-cards">
          <WelcomeCard title={say('welcomeDoesHeading')}>
            <ul class="welcome-list">
              <li>{say('welcomeDoesHighlight')}</li>
              <li>{say('welcomeDoesNote')}</li>
              <li>{say('welcomeDoesRelated')}</li>
              <li>{say('welcomeDoesExport')}</li>
            </ul>
          </WelcomeCard>
          <WelcomeCard title={say('welcomeSeesHeading')}>
            <p>{say('welcomeSeesIntro')}</p>
            <ul class="plain-list welcome-hosts">
              {hosts.map((host) => (
                <li key={host}>
                  <code translate={false}>{host}</code>
                </li>
              ))}
            </ul>
            {hasAccess === false && (
              <div class="welcome-access" role="alert">
                <p>{say('welcomeSeesNoAccess')}</p>
                <button type="button" class="button primary" onClick={onAllow}>
                  {say('welcomeSeesAllow')}
                </button>
              </div>
            )}
          </WelcomeCard>
          <WelcomeCard title={say('welcomeKeepsHeading')}>
            <p>{say('welcomeKeepsHere')}</p>
            <p>{say('welcomeKeepsHidden')}</p>
          </WelcomeCard>
          {pinHint && (
            <WelcomeCard title={say('welcomePinHeading')}>
              <p>{pinHint}</p>
            </WelcomeCard>
          )}
        </div>
        <section class="welcome-go" aria-label={say('welcomeGoHeading')}>
          <a class="button primary" href={toWebAddress(blogUrl)}>
            <HighlightIcon /> {say('welcomeOpenBlog')}
          </a>
          <a class="button" href="library.html">
            <DrawnIcon d={LIBRARY} /> {say('openLibrary')}
          </a>
          <a class="button quiet" href="options.html">
            {say('openSettings')}
          </a>
          <a class="button quiet" href="privacy.html">
            {say('aboutPrivacy')}
          </a>
        </section>
      </main>
    </div>
  );
}
