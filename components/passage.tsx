import { useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';

/** Longer passages start as an excerpt, so that a list of notes can be taken in at a glance. */
const EXCERPT_LENGTH = 260;
/** Cutting is worth a button only when it hides more than a line or two. */
const LENGTH_WORTH_CUTTING = 380;

export interface PassageProps {
  /** Plain text: `\n` is a line break, `\n\n` a new paragraph. */
  text: string;
  /** Whether a long one is open until the reader closes it. */
  isOpen?: boolean | undefined;
}

/** A passage of a post in the reader's highlighter; a long one opens on request. */
export function Passage({ text, isOpen = false }: PassageProps) {
  const [chosen, setOpen] = useState<boolean>();
  const open = chosen ?? isOpen;
  const isLong = text.length > LENGTH_WORTH_CUTTING;
  const shown = isLong && !open ? toExcerpt(text, EXCERPT_LENGTH) : text;
  return (
    <blockquote class="passage">
      {shown.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {isLong && (
        <button
          type="button"
          class="button quiet passage-toggle"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {say(open ? 'passageLess' : 'passageAll')}
        </button>
      )}
    </blockquote>
  );
}

/** Whether what ends there, in UTF-16 units, is cut off while the passage is not open. */
export function isBeyondExcerpt(text: string, end: number): boolean {
  return text.length > LENGTH_WORTH_CUTTING && end > toExcerpt(text, EXCERPT_LENGTH).length - 1;
}

/**
 * The beginning of a text, cut after a whole word and marked with an ellipsis; the text itself
 * when it fits. `length` counts UTF-16 units before the ellipsis and is never exceeded.
 */
export function toExcerpt(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const lastSpace = cut.search(/\s\S*$/);
  // A text without spaces is cut where it must be, but not between the halves of a surrogate pair.
  const end =
    lastSpace > 0 ? lastSpace : length - Number(/[\uD800-\uDBFF]/.test(cut[length - 1] ?? ''));
  return `${text.slice(0, end).trimEnd()}…`;
}
