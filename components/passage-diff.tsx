import './passage-diff.css';
import { type DiffPart, diffWords } from '../lib/annotation/word-diff.ts';
import { say } from '../lib/language/say.ts';

export interface PassageDiffProps {
  /** The passage as it was marked, and as it reads now. */
  before: string;
  after: string;
}

/** A stretch that stayed is cut in its middle when it is longer than this, … */
const LONGEST_SAME = 160;
/** … and this much of it is left next to a change. UTF-16 units. */
const KEPT = 60;

/** A passage with what its author changed in it, word by word. */
export function PassageDiff({ before, after }: PassageDiffProps) {
  const parts = diffWords(before, after);
  return (
    <blockquote class="passage passage-diff">
      <p>
        {parts.map((part, index) => (
          <Part
            key={index}
            {...part}
            text={shorten(part, index === 0, index === parts.length - 1)}
          />
        ))}
      </p>
    </blockquote>
  );
}

/** Few screen readers tell insertions and deletions by themselves: the words do. */
function Part({ kind, text }: DiffPart) {
  if (kind === 'same') return <>{text}</>;
  const Element = kind === 'deleted' ? 'del' : 'ins';
  return (
    <Element>
      <span class="visually-hidden">{` [${say(kind === 'deleted' ? 'passageRemoved' : 'passageAdded')} `}</span>
      {text}
      <span class="visually-hidden">] </span>
    </Element>
  );
}

/** What stayed, without what is far from any change. */
function shorten({ kind, text }: DiffPart, isFirst: boolean, isLast: boolean): string {
  if (kind !== 'same' || text.length <= LONGEST_SAME || (isFirst && isLast)) return text;
  const head = isFirst ? '' : text.slice(0, text.lastIndexOf(' ', KEPT) + 1);
  const end = text.indexOf(' ', text.length - KEPT);
  const tail = isLast || end === -1 ? '' : text.slice(end);
  return `${head}…${tail}`;
}
