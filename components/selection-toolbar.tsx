import { useState } from 'preact/hooks';
import { CloseIcon, HighlightIcon, NoteIcon, TrashIcon, UndoIcon } from './icons.tsx';

/*
 * What Waymark shows on the blog's own page. A page can read text out of a shadow root, so these
 * views take no words of the reader's: buttons with fixed labels, and fixed messages.
 * `selection-toolbar.css` is not imported here; it goes into the shadow root as a string.
 */

export interface SelectionToolbarProps {
  /** Whether it stands by a new selection or by a highlight that was made before. */
  mode: 'selection' | 'highlight';
  /** Whether the highlight has a note already. */
  hasNote?: boolean | undefined;
  onHighlight: () => void;
  onNote: () => void;
  onDelete: () => void;
  onClose?: (() => void) | undefined;
}

/**
 * Buttons by a selection or a highlight. One stop for Tab; arrows, Home and End move within.
 *
 * The letters in the titles are told here and heard by the content script, since the focus stays
 * in the page while the toolbar shows.
 */
export function SelectionToolbar(props: SelectionToolbarProps) {
  const { mode, hasNote, onHighlight, onNote, onDelete, onClose } = props;
  const [stop, setStop] = useState(0);
  const noteLabel = mode === 'selection' ? 'Note' : hasNote ? 'Edit note' : 'Add note';

  function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }) {
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
    setStop(next);
    buttons[next]?.focus();
  }

  const buttons = [
    mode === 'selection' && {
      label: 'Highlight',
      key: 'h',
      icon: <HighlightIcon />,
      act: onHighlight,
    },
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
      {buttons.map(({ label, key, icon, act, iconOnly }, index) => (
        <button
          key={label}
          type="button"
          tabIndex={index === Math.min(stop, buttons.length - 1) ? 0 : -1}
          title={key ? `${label} (${key})` : label}
          aria-label={iconOnly ? label : undefined}
          aria-keyshortcuts={key === 'Esc' ? 'Escape' : key}
          onFocus={() => setStop(index)}
          onClick={act}
        >
          {icon}
          {!iconOnly && label}
        </button>
      ))}
    </div>
  );
}

/** Fixed sentences only, so that nothing the reader wrote can reach the page this way. */
export type Notice =
  | 'Highlight deleted'
  | 'Highlight and note deleted'
  | 'Not saved yet'
  | 'Not deleted yet';

/** What the reader can do about each. */
const REMEDIES: Record<Notice, 'Undo' | 'Try again'> = {
  'Highlight deleted': 'Undo',
  'Highlight and note deleted': 'Undo',
  'Not saved yet': 'Try again',
  'Not deleted yet': 'Try again',
};

export interface NoticeToolbarProps {
  message: Notice;
  /** Take back what was done, or do again what failed: the message decides which is offered. */
  onAct: () => void;
}

/** Says on the page what was just done, or was not, and offers the remedy. */
export function NoticeToolbar({ message, onAct }: NoticeToolbarProps) {
  const remedy = REMEDIES[message];
  return (
    <div class="toolbar">
      <span role="status">{message}</span>
      <button type="button" onMouseDown={keepSelection} onClick={onAct}>
        {remedy === 'Undo' && <UndoIcon />}
        {remedy}
      </button>
    </div>
  );
}

/** A press on a button would otherwise clear the selection that the button is about. */
function keepSelection(event: MouseEvent) {
  event.preventDefault();
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
