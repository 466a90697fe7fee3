import './annotation-card.css';
import './bin-card.css';
import './colours.css';
import type { ComponentChildren } from 'preact';
import { type Annotation, noteOf } from '../lib/annotation/annotation.ts';
import { colourOf } from '../lib/annotation/colour.ts';
import { isWholePost } from '../lib/annotation/target.ts';
import { say } from '../lib/language/say.ts';
import { Day } from './day.tsx';
import { Passage } from './passage.tsx';

export interface BinCardProps {
  /** One that was deleted. */
  annotation: Annotation;
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  onRestore: () => void;
  onPurge: () => void;
}

/** A deleted annotation: since when it is, and whether it is to come back or to go for good. */
export function BinCard({ annotation, renderNote, onRestore, onPurge }: BinCardProps) {
  const { target, deleted } = annotation;
  const note = noteOf(annotation);
  return (
    <article class="annotation-card bin-card" data-colour={colourOf(target)}>
      {isWholePost(target) ? (
        <p class="annotation-card-whole">{say('cardWholePost')}</p>
      ) : (
        <Passage text={target.passage} />
      )}
      {note && (
        <div class="annotation-card-note">
          {renderNote ? renderNote(note) : <div class="annotation-card-plain">{note}</div>}
        </div>
      )}
      <footer class="annotation-card-foot">
        <p>
          {say('binDeleted')} {deleted && <Day value={deleted} />}
        </p>
        <div class="bin-card-actions">
          <button type="button" class="button" onClick={onRestore}>
            {say('binRestore')}
          </button>
          <button type="button" class="button quiet" onClick={onPurge}>
            {say('binPurge')}
          </button>
        </div>
      </footer>
    </article>
  );
}
