import { useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import { TagInput } from './tag-input.tsx';

export interface BulkTagsProps {
  /** The tags that any of the chosen notes has, the most used first. */
  present: readonly string[];
  /** The reader's tags, the likeliest first. */
  known: readonly string[];
  onTag: (tags: string[]) => void;
  onUntag: (tag: string) => void;
}

/** Tags for many notes: some to add to all of them, and those to take from whichever has them. */
export function BulkTags({ present, known, onTag, onUntag }: BulkTagsProps) {
  const [added, setAdded] = useState<string[]>([]);
  return (
    <div class="bulk-tags">
      <TagInput label={say('bulkTagsAdd')} tags={added} known={known} onTags={setAdded} />
      <button
        type="button"
        class="button primary"
        data-closes={added.length > 0 ? '' : undefined}
        aria-disabled={added.length === 0}
        onClick={() => {
          // What was added goes with the panel; were it taken away here, the panel would stay.
          if (added.length > 0) onTag(added);
        }}
      >
        {say('bulkTagsApply')}
      </button>
      {present.length > 0 && (
        <>
          <p class="bulk-tags-heading" id="bulk-tags-present">
            {say('bulkTagsRemove')}
          </p>
          <ul class="plain-list bulk-tags-present" aria-labelledby="bulk-tags-present">
            {present.map((tag) => (
              <li key={tag}>
                <button type="button" class="button" data-closes onClick={() => onUntag(tag)}>
                  {tag}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
