import './settings-page.css';
import './dangerous.css';
import type { ComponentChildren } from 'preact';
import { say } from '../lib/language/say.ts';
import { WaymarkMark } from './icons.tsx';

/** A part of the settings. */
export interface SettingsSection {
  /** Names it in the address: `options.html#colours`. */
  id: string;
  title: string;
  body: ComponentChildren;
}

/** The settings, one section below the other, and a way to each. */
export function SettingsPage({ sections }: { sections: readonly SettingsSection[] }) {
  return (
    <div class="settings">
      <header class="settings-head">
        <WaymarkMark />
        <h1>{say('settingsHeading')}</h1>
      </header>
      <nav class="settings-nav" aria-label={say('settingsSections')}>
        <ul class="plain-list">
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="settings-main">
        {sections.map(({ id, title, body }) => (
          <section key={id} id={id} class="settings-section" aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            {body}
          </section>
        ))}
      </main>
    </div>
  );
}
