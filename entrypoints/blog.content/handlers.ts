import * as v from 'valibot';
import type { TabProtocol } from '../../lib/messaging/protocol.ts';
import type { Handlers } from '../../lib/messaging/rpc.ts';
import {
  annotationId,
  parseNothing,
  parserOf,
  permalink,
  placeChoice,
} from '../../lib/messaging/schema.ts';
import type { KeyboardReader } from './keyboard-reader.ts';
import type { NoteFrame } from './note-frame.ts';
import type { PageAnnotations } from './page-annotations.ts';
import type { Reader } from './reader.tsx';

export interface TabServices {
  page: PageAnnotations;
  reader: Reader;
  noteFrame: NoteFrame;
  keyboard: KeyboardReader;
}

/** What a tab does for the background and the popup. */
export function createHandlers({
  page,
  reader,
  noteFrame,
  keyboard,
}: TabServices): Handlers<TabProtocol, unknown> {
  return {
    annotateSelection: {
      parse: parserOf(v.strictObject({ note: v.boolean() })),
      handle: ({ note }) => reader.annotateSelection(note),
    },
    refreshAnnotations: { parse: parserOf(permalink), handle: (source) => page.refresh(source) },
    listLocations: { parse: parseNothing, handle: () => page.locations() },
    reattach: { parse: parserOf(placeChoice), handle: (choice) => page.reattach(choice) },
    reattachToSelection: {
      parse: parserOf(annotationId),
      handle: (id) => reader.reattachToSelection(id),
    },
    findSelection: { parse: parseNothing, handle: () => reader.findSelection() },
    jumpTo: { parse: parserOf(annotationId), handle: (id) => reader.jumpTo(id) },
    readByKeyboard: { parse: parseNothing, handle: () => keyboard.toggle() },
    stepHighlight: {
      parse: parserOf(v.picklist([1, -1])),
      handle: (step) => keyboard.stepHighlight(step),
    },
    closeEditor: { parse: parseNothing, handle: () => noteFrame.close() },
  };
}
