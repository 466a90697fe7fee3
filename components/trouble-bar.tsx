import './trouble-bar.css';
import { useState } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import { DismissButton } from './dismiss-button.tsx';
import { Scrollable } from './scrollable.tsx';

export interface TroubleBarProps {
  /** What went wrong, for a reader. */
  sentence: string;
  /** The same, for whoever mends it. */
  details: string;
  onCopy: (text: string) => Promise<void>;
  onDismiss: () => void;
}

/** Says that something went wrong, and shows the details to whoever wants to pass them on. */
export function TroubleBar({ sentence, details, onCopy, onDismiss }: TroubleBarProps) {
  return (
    <aside class="trouble-bar" aria-label={say('troubleHeading')}>
      <p role="alert">{sentence}</p>
      <TroubleDetails details={details} onCopy={onCopy} />
      <a href="options.html#backups" target="_blank" rel="noopener">
        {say('openBackups')}
      </a>
      <DismissButton class="trouble-close" onDismiss={onDismiss} />
    </aside>
  );
}

/** Details that are there to be copied, and nothing else. */
export function TroubleDetails({ details, onCopy }: Pick<TroubleBarProps, 'details' | 'onCopy'>) {
  const [isCopied, setCopied] = useState<boolean>();
  return (
    <details class="trouble-details">
      <summary>{say('troubleDetails')}</summary>
      <p class="soft">{say('troubleNotSent')}</p>
      <Scrollable as="pre" translate={false}>
        {details}
      </Scrollable>
      <button
        type="button"
        class="button"
        onClick={() =>
          onCopy(details).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {say('troubleCopy')}
      </button>
      <span role="status">
        {isCopied === true && say('troubleCopied')}
        {isCopied === false && say('troubleNotCopied')}
      </span>
    </details>
  );
}
