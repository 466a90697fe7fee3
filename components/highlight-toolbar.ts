import { type Annotation, isOpenAction, noteOf } from '../lib/annotation/annotation.ts';
import { type Colour, colourOf } from '../lib/annotation/colour.ts';
import { type Kind, kindOf } from '../lib/annotation/kind.ts';
import { say } from '../lib/language/say.ts';
import { listColourButtons } from './colour-buttons.ts';
import type { ColourNames } from './colour-name.ts';
import { ACTION, CHECK, CLOSE, COPY, NOTE, QUESTION, TRASH } from './drawings.ts';
import { createToolbar, type OnPageView, type ToolbarButton } from './toolbar.ts';

export interface HighlightToolbarProps {
  annotation: Annotation;
  colourNames: ColourNames;
  onColour: (colour: Colour) => void;
  onNote: () => void;
  /** Make it another kind: what is pressed again is a highlight or a comment once more. */
  onKind: (kind: Kind) => void;
  /** Whether the action is done now. */
  onDone: (isDone: boolean) => void;
  onCopy: () => void;
  onDelete: () => void;
  onShortcuts: () => void;
  onClose: () => void;
}

/** What can be done with a highlight that is there already. */
export function createHighlightToolbar(props: HighlightToolbarProps): OnPageView {
  const { annotation, colourNames, onColour, onKind, onDone } = props;
  const kind = kindOf(annotation);
  const isDone = kind === 'action' && !isOpenAction(annotation);
  const toggle = (label: string, of: Kind, key: string, icon: string): ToolbarButton => ({
    label,
    key,
    icon,
    pressed: kind === of,
    act: () => onKind(kind === of ? 'comment' : of),
  });
  const done: ToolbarButton = {
    label: say('done'),
    key: 'd',
    icon: CHECK,
    pressed: isDone,
    act: () => onDone(!isDone),
  };
  const { element, keys } = createToolbar([
    listColourButtons({ colourNames, colour: colourOf(annotation.target), onColour }),
    [
      {
        label: say(noteOf(annotation) ? 'editNote' : 'addNote'),
        key: 'n',
        icon: NOTE,
        act: props.onNote,
      },
      toggle(say('kindQuestion'), 'question', 'q', QUESTION),
      toggle(say('kindAction'), 'action', 'a', ACTION),
      ...(kind === 'action' ? [done] : []),
      { label: say('copyQuote'), key: 'c', icon: COPY, act: props.onCopy },
      { label: say('delete'), key: 'Delete', icon: TRASH, act: props.onDelete },
      { label: say('close'), key: 'Escape', icon: CLOSE, act: props.onClose },
    ],
  ]);
  return { element, keys: { ...keys, '?': props.onShortcuts } };
}
