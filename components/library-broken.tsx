import { useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';

export interface LibraryBrokenProps {
  /** What is wrong, in a sentence. */
  sentence: string;
  /** Save all that can be read; rejects when nothing can. */
  onSave: () => Promise<void>;
}

/** Says that the library cannot be read, and saves what of it still can. */
export function LibraryBroken({ sentence, onSave }: LibraryBrokenProps) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <div class="failure" role="alert">
      <p>{sentence}</p>
      <p>
        <button
          type="button"
          class="button"
          onClick={() =>
            onSave().then(
              () => setFailed(false),
              () => setFailed(true),
            )
          }
        >
          {say('readableSave')}
        </button>
      </p>
      {hasFailed && <p>{say('readableNone')}</p>}
    </div>
  );
}
