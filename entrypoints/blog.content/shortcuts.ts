import { createShortcutList } from '../../components/shortcut-list.ts';
import type { BackgroundProtocol } from '../../lib/messaging/protocol.ts';
import { retry } from '../../lib/messaging/retry.ts';
import type { Client } from '../../lib/messaging/rpc.ts';
import type { Stage } from './stage.ts';

/** The list of all keys, as a dialog over the page. */
export interface Shortcuts {
  open(): Promise<void>;
  readonly isOpen: boolean;
}

export function createShortcuts(stage: Stage, background: Client<BackgroundProtocol>): Shortcuts {
  let dialog: HTMLDialogElement | undefined;
  const open = async () => {
    const sections = await retry(background.listShortcuts);
    if (dialog) return;
    const made = createShortcutList(sections);
    dialog = made;
    made.addEventListener('close', () => {
      stage.hide(made);
      dialog = undefined;
    });
    stage.show(made);
    made.showModal();
  };
  return {
    open,
    get isOpen() {
      // Its `close` event comes later than the next key may.
      return !!dialog?.open;
    },
  };
}
