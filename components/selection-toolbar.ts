import type { Colour } from '../lib/annotation/colour.ts';
import type { Kind } from '../lib/annotation/kind.ts';
import { say } from '../lib/language/say.ts';
import { listColourButtons } from './colour-buttons.ts';
import type { ColourNames } from './colour-name.ts';
import { ACTION, CLOSE, COPY, HIGHLIGHT, NOTE, QUESTION } from './drawings.ts';
import { createToolbar, type OnPageView } from './toolbar.ts';

export interface SelectionToolbarProps {
  colourNames: ColourNames;
  /** Annotate the selection: in the colour last used, or in this one. */
  onAnnotate: (kind: Kind, colour?: Colour) => void;
  onCopy: () => void;
  onShortcuts: () => void;
  onClose: () => void;
}

/** What can be done with a selection. */
export function createSelectionToolbar({
  colourNames,
  onAnnotate,
  onCopy,
  onShortcuts,
  onClose,
}: SelectionToolbarProps): OnPageView {
  const as = (kind: Kind) => () => onAnnotate(kind);
  const { element, keys } = createToolbar([
    [
      { label: say('highlight'), key: 'h', icon: HIGHLIGHT, act: as('highlight') },
      ...listColourButtons({
        colourNames,
        onColour: (colour) => onAnnotate('highlight', colour),
      }),
    ],
    [
      { label: say('note'), key: 'n', icon: NOTE, act: as('comment') },
      { label: say('kindQuestion'), key: 'q', icon: QUESTION, act: as('question') },
      { label: say('kindAction'), key: 'a', icon: ACTION, act: as('action') },
      { label: say('copyQuote'), key: 'c', icon: COPY, act: onCopy },
      { label: say('close'), key: 'Escape', icon: CLOSE, act: onClose },
    ],
  ]);
  return { element, keys: { ...keys, '?': onShortcuts } };
}
