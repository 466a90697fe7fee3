import './fetch-progress.css';
import { useId } from 'preact/hooks';
import { languageOf, say } from '../lib/language/say.ts';
import type { FeedState } from '../lib/storage/feed-state.ts';

export interface FetchProgressProps {
  /** How the reading of the blog goes, or went; `undefined` while there has been none. */
  feed: FeedState | undefined;
  onRetry?: (() => void) | undefined;
  onCancel?: (() => void) | undefined;
}

/** How far the reading of the blog's feed has come, or why it stopped; nothing when all is well. */
export function FetchProgress({ feed, onRetry, onCancel }: FetchProgressProps) {
  switch (feed?.status) {
    case 'reading':
      return <Reading feed={feed} onCancel={onCancel} />;
    case 'offline':
      return <Stopped text={say('feedOffline')} action={say('tryAgain')} onAction={onRetry} />;
    case 'cancelled':
      return <Stopped text={say('feedCancelled')} action={say('goOn')} onAction={onRetry} />;
    case 'failed':
      return (
        <Stopped
          text={failureOf(feed)}
          action={say('tryAgain')}
          // What the server has asked for, no click can waive.
          onAction={feed.isImposed ? undefined : onRetry}
        />
      );
    default:
      return null;
  }
}

function Reading({ feed, onCancel }: { feed: FeedState; onCancel?: (() => void) | undefined }) {
  const id = useId();
  const { received, total } = feed;
  return (
    <div class="fetch-progress">
      <p role="status" id={id}>
        {total ? say('feedProgress', received, total) : say('feedReading')}
      </p>
      {onCancel && <Button text={say('stop')} onClick={onCancel} />}
      {/* Without a value the bar moves to and fro: how long it will take is not known. */}
      <progress aria-labelledby={id} value={total ? received : undefined} max={total} />
    </div>
  );
}

function Stopped(props: { text: string; action: string; onAction: (() => void) | undefined }) {
  const { text, action, onAction } = props;
  return (
    <div class="fetch-progress">
      <p role="status">{text}</p>
      {onAction && <Button text={action} onClick={onAction} />}
    </div>
  );
}

function Button({ text, onClick }: { text: string; onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {text}
    </button>
  );
}

function failureOf({ failure, retryAt, isImposed }: FeedState): string {
  const { code, status, megabytes } = failure ?? { code: 'failed' };
  const reason = say(`feedFailed_${code}`, status ?? megabytes ?? 0);
  const sentences = [say('feedFailed'), reason];
  if (isImposed && retryAt !== undefined) sentences.push(say('feedAsksToWait', timeOf(retryAt)));
  return sentences.join(' ');
}

/** The time of day, with the date when that is not today's. */
function timeOf(instant: number): string {
  const isToday = new Date(instant).toDateString() === new Date().toDateString();
  const format: Intl.DateTimeFormatOptions = {
    timeStyle: 'short',
    ...(!isToday && { dateStyle: 'medium' }),
  };
  return new Intl.DateTimeFormat(languageOf(), format).format(instant);
}
