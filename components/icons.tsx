import type { ComponentChildren } from 'preact';
import { CLOSE, COPY, HIGHLIGHT, NOTE, TRASH, UNDO } from './drawings.ts';

/**
 * Waymark's own drawings, on a grid of 20. They carry no meaning alone: each is hidden from
 * assistive technology, and the control around it says what it does.
 *
 * How large they are and how they are drawn is in the style sheet: the popup has so many in its
 * first frame that every attribute of theirs is felt.
 */

export interface IconProps {
  /** Edge in CSS pixels at normal text size; it grows with the text. */
  size?: 16 | 20;
}

function Icon({ size, children }: IconProps & { children: ComponentChildren }) {
  return (
    <svg class={size === 20 ? 'icon large' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

/** Any of the drawings, where which one depends on what is drawn. */
export function DrawnIcon({ d, ...props }: IconProps & { d: string }) {
  return (
    <Icon {...props}>
      <path d={d} />
    </Icon>
  );
}

function drawn(d: string) {
  return (props: IconProps) => <DrawnIcon d={d} {...props} />;
}

export const HighlightIcon = drawn(HIGHLIGHT);
export const NoteIcon = drawn(NOTE);
export const TrashIcon = drawn(TRASH);
export const CopyIcon = drawn(COPY);
export const CloseIcon = drawn(CLOSE);
export const UndoIcon = drawn(UNDO);

/** An arrow arriving at the line it is meant for. */
export function JumpIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 10h9.5M8.5 6l4 4-4 4M16.5 3.5v13" />
    </Icon>
  );
}

/** A link that leaves for a tab of its own. */
export function ExternalIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M11.5 3.5h5v5M16.5 3.5 9 11M8 4.5H4.5A1 1 0 0 0 3.5 5.5v10a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V12" />
    </Icon>
  );
}

/** Waymark's sign: a bookmark's ribbon, carrying a finger post. */
export function WaymarkMark() {
  return (
    <svg class="waymark-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M6.5 1.5h10v21l-5-4.2-5 4.2z" fill="var(--accent)" />
      <path
        d="M2 5h16l4.2 3.8-4.2 3.8H2z"
        fill="var(--highlight)"
        stroke="var(--paper)"
        stroke-width="1.2"
        stroke-linejoin="round"
      />
    </svg>
  );
}
