import { Component, type ComponentChildren } from 'preact';
import { COLOURS, type Colour } from '../lib/annotation/colour.ts';
import { ColourSwatch, nameOf } from './colour-swatch.tsx';
import { CloseIcon, HighlightIcon, NoteIcon, TrashIcon } from './icons.tsx';
import { keepSelection } from './keep-selection.ts';

/*
 * What Waymark shows on the blog's own page. A page can read text out of a shadow root, so these
 * views take no words of the reader's: buttons with fixed labels, and fixed messages.
 * `selection-toolbar.css` is not imported here; it goes into the shadow root as a string.
 */

export interface SelectionToolbarProps {
  /** Whether it stands by a new selection or by a highlight that was made before. */
  mode: 'selection' | 'highlight';
  /** The colour of the highlight, or the one that a new highlight gets. */
  colour: Colour;
  /** Highlight the selection in a colour, or give the highlight another. */
  onColour: (colour: Colour) => void;
  /** Whether the highlight has a note already. */
  hasNote?: boolean | undefined;
  onHighlight: () => void;
  onNote: () => void;
  onDelete: () => void;
  onClose?: (() => void) | undefined;
}

interface SelectionToolbarState {
  /** The colour last chosen. */
  chosen: Colour;
  /** Which button Tab leads to. */
  stop: number;
}

/**
 * Buttons by a selection or a highlight. One stop for Tab; arrows, Home and End move within.
 *
 * The letters in the titles are told here and heard by the content script, since the focus stays
 * in the page while the toolbar shows. A class, because it is the only view there with a state:
 * hooks would be a twentieth of what every page of the blog loads.
 */
export class SelectionToolbar extends Component<SelectionToolbarProps, SelectionToolbarState> {
  override state: SelectionToolbarState = { chosen: this.props.colour, stop: 0 };

  override render(props: SelectionToolbarProps, { chosen, stop }: SelectionToolbarState) {
    const { mode, hasNote, onColour, onHighlight, onNote, onDelete, onClose } = props;
    const noteLabel = mode === 'selection' ? 'Note' : hasNote ? 'Edit note' : 'Add note';

    const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
      if (event.key === 'Escape' && onClose) {
        event.preventDefault();
        event.stopPropagation();
        onClose();
        return;
      }
      const buttons = [...event.currentTarget.querySelectorAll('button')];
      const next = moveStop(event.key, Math.min(stop, buttons.length - 1), buttons.length);
      if (next === undefined) return;
      event.preventDefault();
      this.setState({ stop: next });
      buttons[next]?.focus();
    };

    const colours = COLOURS.map((colour) => ({
      label: nameOf(colour),
      title: mode === 'selection' ? `Highlight in ${colour}` : `Change to ${colour}`,
      icon: <ColourSwatch colour={colour} />,
      // Of a highlight it is a state; for a selection, each of them is something to do.
      pressed: mode === 'highlight' ? chosen === colour : undefined,
      act: () => {
        this.setState({ chosen: colour });
        onColour(colour);
      },
      iconOnly: true,
    }));
    const buttons: ToolbarButton[] = [
      mode === 'selection' && {
        label: 'Highlight',
        key: 'h',
        icon: <HighlightIcon />,
        marks: chosen,
        act: onHighlight,
      },
      ...colours,
      { label: noteLabel, key: 'n', icon: <NoteIcon />, act: onNote },
      mode === 'highlight' && { label: 'Delete', icon: <TrashIcon />, act: onDelete },
      onClose && { label: 'Close', key: 'Esc', icon: <CloseIcon />, act: onClose, iconOnly: true },
    ].filter((button) => !!button);

    return (
      <div
        class="toolbar"
        role="toolbar"
        aria-label="Waymark"
        onKeyDown={onKeyDown}
        onMouseDown={keepSelection}
      >
        {buttons.map(
          ({ label, key, title = label, icon, marks, pressed, act, iconOnly }, index) => (
            <button
              key={label}
              type="button"
              tabIndex={index === Math.min(stop, buttons.length - 1) ? 0 : -1}
              title={key ? `${title} (${key})` : title}
              data-colour={marks}
              aria-label={iconOnly ? label : undefined}
              aria-pressed={pressed}
              aria-keyshortcuts={key === 'Esc' ? 'Escape' : key}
              onFocus={() => this.setState({ stop: index })}
              onClick={act}
            >
              {icon}
              {!iconOnly && label}
            </button>
          ),
        )}
      </div>
    );
  }
}

interface ToolbarButton {
  label: string;
  /** More than the label says, for the mouse. */
  title?: string;
  key?: string;
  icon: ComponentChildren;
  /** The colour it marks in. */
  marks?: Colour;
  pressed?: boolean | undefined;
  act: () => void;
  iconOnly?: boolean;
}

/** The button that a key leads to, wrapping around; `undefined` for a key with no such meaning. */
function moveStop(key: string, from: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (from + 1) % count;
    case 'ArrowLeft':
      return (from - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
