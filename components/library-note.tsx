import './library-note.css';
import type { ComponentChildren } from 'preact';
import { say } from '../lib/language/say.ts';
import { ExternalIcon } from './icons.tsx';
import { toWebAddress } from './web-address.ts';

/** The heading of a group, above the first of its notes. */
export interface NoteGroup {
  title: string;
  /** How many notes are in it. */
  count: number;
}

export interface LibraryNoteProps {
  /** What the note is about, in a few words, to tell its controls by. */
  name: string;
  group?: NoteGroup | undefined;
  /** The post it is on, and where that opens at the passage. */
  post: {
    title: string;
    href: string;
    /** Named where it is not the blog's. */
    site?: string | undefined;
  };
  isSelected: boolean;
  /** With Shift, all from the one chosen last are chosen too. */
  onSelect: (isRange: boolean) => void;
  /** The card. */
  children: ComponentChildren;
}

/** One note among all: its card, the post it is on, and a box to choose it by. */
export function LibraryNote(props: LibraryNoteProps) {
  const { name, group, post, isSelected, onSelect, children } = props;
  return (
    <>
      {group && (
        <h2 class="library-group">
          {group.title} <span class="library-group-count">{say('number', group.count)}</span>
        </h2>
      )}
      <div class="library-note" data-selected={isSelected ? '' : undefined}>
        <label class="library-note-choice">
          <input
            type="checkbox"
            data-item-focus
            aria-label={say('noteSelect', name)}
            checked={isSelected}
            onClick={(event) => {
              // The box is checked by what is selected, not by itself.
              event.preventDefault();
              onSelect(event.shiftKey);
            }}
          />
        </label>
        <div class="library-note-body">
          <p class="library-note-post" data-searched>
            <a href={toWebAddress(post.href)} target="_blank" rel="noopener">
              {post.title}
              <ExternalIcon />
            </a>
            {post.site && (
              <span class="soft" translate={false}>
                {' '}
                {post.site}
              </span>
            )}
          </p>
          {children}
        </div>
      </div>
    </>
  );
}
