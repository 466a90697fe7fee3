import type { TabProtocol } from '../../lib/messaging/protocol.ts';
import type { Handlers, Served } from '../../lib/messaging/rpc.ts';
import {
  parseHeight,
  parseId,
  parseKind,
  parseNothing,
  parsePermalink,
  parsePlaceChoice,
  parseSearchAct,
  parseStep,
} from '../../lib/messaging/tab-schema.ts';
import type { KeyboardReader } from './keyboard-reader.ts';
import type { NoteFrame } from './note-frame.ts';
import type { PageAnnotations } from './page-annotations.ts';
import type { Reader } from './reader.ts';
import type { Shortcuts } from './shortcuts.ts';

/** On the blog nobody tells Waymark to go: there it is at home. */
export type TabHandlers = Handlers<TabProtocol, unknown>;

export interface TabServices {
  page: PageAnnotations;
  reader: Reader;
  noteFrame: NoteFrame;
  keyboard: KeyboardReader;
  shortcuts: Shortcuts;
  stayOn: TabHandlers['stayOn'] | undefined;
}

/** What a tab does for the background and the popup. */
export function createHandlers({
  page,
  reader,
  noteFrame,
  keyboard,
  shortcuts,
  stayOn,
}: TabServices): Served<TabProtocol, unknown> {
  return {
    annotateSelection: {
      parse: parseKind,
      handle: reader.annotateSelection,
    },
    refreshAnnotations: { parse: parsePermalink, handle: page.refresh },
    listLocations: { parse: parseNothing, handle: page.locations },
    searchPassages: { parse: parseSearchAct, handle: page.search },
    reattach: { parse: parsePlaceChoice, handle: page.reattach },
    reattachToSelection: {
      parse: parseId,
      handle: reader.reattachToSelection,
    },
    findSelection: { parse: parseNothing, handle: reader.findSelection },
    jumpTo: { parse: parseId, handle: reader.jumpTo },
    readByKeyboard: { parse: parseNothing, handle: keyboard.toggle },
    stepHighlight: {
      parse: parseStep,
      handle: keyboard.stepHighlight,
    },
    showShortcuts: { parse: parseNothing, handle: shortcuts.open },
    fitFrame: { parse: parseHeight, handle: noteFrame.fit },
    closeEditor: { parse: parseNothing, handle: () => noteFrame.close() },
    stayOn,
  };
}
