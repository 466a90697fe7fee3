import './shortcuts-dialog.css';
import { say } from '../lib/language/say.ts';
import { Dialog } from './dialog.tsx';
import { Scrollable } from './scrollable.tsx';
import type { ShortcutSection } from './shortcut-list.ts';

export interface ShortcutsDialogProps {
  sections: readonly ShortcutSection[];
  onClose: () => void;
}

/** All keys, in the extension's own pages; on the blog's it is `createShortcutList`. */
export function ShortcutsDialog({ sections, onClose }: ShortcutsDialogProps) {
  return (
    <Dialog heading={say('shortcutList')} onClose={onClose}>
      <Scrollable as="section" class="shortcuts-dialog" aria-label={say('shortcutList')}>
        {sections.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([keys, does]) => (
                <div key={`${keys} ${does}`}>
                  <dt translate={false}>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p class="soft">{say('shortcutsChange')}</p>
      </Scrollable>
      <div class="dialog-foot">
        <button type="button" class="button primary" onClick={onClose}>
          {say('close')}
        </button>
      </div>
    </Dialog>
  );
}
