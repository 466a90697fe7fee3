import './welcome-view.css';
import './privacy-view.css';
import { say } from '../lib/language/say.ts';
import { PermissionList, type PermissionListProps } from './permission-list.tsx';
import { WelcomeCard } from './welcome-card.tsx';
import { WelcomeHead } from './welcome-head.tsx';

/** What is stored and where, what is sent, what a page can see, and what Waymark may do and why. */
export function PrivacyView(asked: PermissionListProps) {
  return (
    <div class="welcome">
      <WelcomeHead heading={say('privacyHeading')} lead={say('privacyLead')} />
      <main class="welcome-main">
        <div class="welcome-cards">
          <WelcomeCard title={say('privacySentHeading')}>
            <p>{say('privacySentNothing')}</p>
            <p>{say('privacySentFeed')}</p>
            <p>{say('privacySentSync')}</p>
            <p>{say('privacySentGroup')}</p>
            <p>{say('privacySentExport')}</p>
          </WelcomeCard>
          <WelcomeCard title={say('privacyKeptHeading')}>
            <ul class="welcome-list">
              <li>{say('privacyKeptNotes')}</li>
              <li>{say('privacyKeptReading')}</li>
              <li>{say('privacyKeptPosts')}</li>
              <li>{say('privacyKeptSettings')}</li>
              <li>{say('privacyKeptBackups')}</li>
              <li>{say('privacyKeptSync')}</li>
            </ul>
            <p>{say('privacyKeptWhere')}</p>
            <p>{say('privacyKeptUntil')}</p>
          </WelcomeCard>
          <WelcomeCard title={say('privacySeenHeading')}>
            <p>{say('privacySeenPassages')}</p>
            <p>{say('privacySeenNotes')}</p>
            <p>{say('privacySeenElsewhere')}</p>
          </WelcomeCard>
          <WelcomeCard title={say('privacyMayHeading')}>
            <p>{say('privacyMayIntro')}</p>
            <PermissionList {...asked} />
          </WelcomeCard>
        </div>
        <section class="welcome-go" aria-label={say('privacyElsewhere')}>
          <a class="button" href="options.html#data">
            {say('privacyOpenData')}
          </a>
          <a class="button quiet" href="third-party.txt">
            {say('aboutLicences')}
          </a>
        </section>
      </main>
    </div>
  );
}
