import './tag-dialog.css';
import { useId, useState } from 'preact/hooks';
import { tagKeyOf, toTag } from '../lib/annotation/tags.ts';
import { say, sayCount } from '../lib/language/say.ts';
import { Dialog } from './dialog.tsx';

/** A tag, and how many notes have it. */
export interface TagCount {
  value: string;
  count: number;
}

export interface TagDialogProps {
  tags: readonly TagCount[];
  /** Give a tag another name. The name of another tag merges the two. */
  onRename: (tag: string, name: string) => void;
  /** Take a tag from every note that has it. */
  onRemove: (tag: string) => void;
  onClose: () => void;
}

/** All tags with how often they are used, to be renamed, merged and removed. */
export function TagDialog({ tags, onRename, onRemove, onClose }: TagDialogProps) {
  const [wanted, setWanted] = useState('');
  const id = useId();
  const shown = tags.filter(({ value }) => tagKeyOf(value).includes(tagKeyOf(wanted.trim())));
  return (
    <Dialog heading={say('tagDialog')} onClose={onClose}>
      <p class="soft">{say('tagDialogHint')}</p>
      <div class="tag-dialog-find">
        <label for={id}>{say('tagDialogFind')}</label>
        <input
          class="field"
          id={id}
          type="search"
          value={wanted}
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      </div>
      {shown.length === 0 && <p>{say(tags.length === 0 ? 'tagDialogNone' : 'tagDialogNoMatch')}</p>}
      <ul class="plain-list tag-dialog-list" aria-label={say('tags')}>
        {shown.map((tag) => (
          <TagRow key={tag.value} tag={tag} tags={tags} onRename={onRename} onRemove={onRemove} />
        ))}
      </ul>
      <div class="dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {say('close')}
        </button>
      </div>
    </Dialog>
  );
}

type TagRowProps = Pick<TagDialogProps, 'tags' | 'onRename' | 'onRemove'> & { tag: TagCount };

function TagRow({ tag: { value, count }, tags, onRename, onRemove }: TagRowProps) {
  const [typed, setTyped] = useState(value);
  const name = toTag(typed);
  const isChanged = name !== undefined && name !== value;
  const other = tags.find(
    (tag) => name !== undefined && tag.value !== value && tagKeyOf(tag.value) === tagKeyOf(name),
  );
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) onRename(value, other?.value ?? name);
        }}
      >
        <input
          class="field"
          aria-label={say('tagDialogName', value)}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <span class="tag-dialog-count">{sayCount('notes', count)}</span>
        {isChanged ? (
          <button type="submit" class="button primary">
            {other ? say('tagDialogMerge', other.value) : say('tagDialogRename')}
          </button>
        ) : (
          <button
            type="button"
            class="button quiet"
            aria-label={say('tagDialogRemoveOf', value)}
            onClick={() => onRemove(value)}
          >
            {say('tagDialogRemove')}
          </button>
        )}
      </form>
    </li>
  );
}
