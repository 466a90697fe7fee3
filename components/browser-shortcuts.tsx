import './browser-shortcuts.css';
import { say } from '../lib/language/say.ts';

/** Something that a key of the browser's does. */
export interface Shortcut {
  name: string;
  description: string;
  /** As the browser writes it: `Alt+Shift+K`, on some systems without a sign between; or nothing. */
  keys: string;
}

export interface BrowserShortcutsProps {
  /** `undefined` until the browser has answered. */
  shortcuts: readonly Shortcut[] | undefined;
  onChange: () => void;
  /** Whether the browser would not show where they are changed. */
  isRefused?: boolean;
}

/** The shortcuts that the browser hears for Waymark, and the way to where they are changed. */
export function BrowserShortcuts({ shortcuts, onChange, isRefused }: BrowserShortcutsProps) {
  if (!shortcuts) return <p role="status">{say('shortcutsLoading')}</p>;
  return (
    <div class="browser-shortcuts">
      <p>{say('shortcutsIntro')}</p>
      <dl class="browser-shortcuts-list">
        {shortcuts.map(({ name, description, keys }) => (
          <div key={name} class="browser-shortcut">
            <dt>{description}</dt>
            <dd>{keys ? <Keys keys={keys} /> : <i class="soft">{say('shortcutNone')}</i>}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={onChange}>
        {say('shortcutsRemap')}
      </button>
      <p role="status">{isRefused && say('shortcutsRemapFailed')}</p>
    </div>
  );
}

function Keys({ keys }: { keys: string }) {
  return (
    <span translate={false}>
      {keys.split(/\+(?!$)/).map((key, index) => (
        <>
          {index > 0 && ' + '}
          <kbd>{key}</kbd>
        </>
      ))}
    </span>
  );
}
