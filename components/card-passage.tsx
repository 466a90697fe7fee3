import { Passage } from './passage.tsx';
import { usePart } from './use-part.ts';

const loadDiff = () => import('./passage-diff.tsx');

export interface CardPassageProps {
  /** As it was marked, and as it reads now, when its author has changed it. */
  passage: string;
  found: string | undefined;
  /** Whether a long one is shown as a whole. */
  isOpen?: boolean | undefined;
  /** Absent where it cannot be shown in the page. */
  onJump: (() => void) | undefined;
}

/** What a card is about. A click on it does what the button *Jump to passage* does. */
export function CardPassage({ passage, found, isOpen, onJump }: CardPassageProps) {
  const diff = usePart(found !== undefined, loadDiff);
  const onClick = ({ target }: MouseEvent) => {
    const isOnControl = target instanceof Element && target.closest('a, button, summary');
    // Who selects words, in order to copy them, has clicked too.
    if (!isOnControl && document.getSelection()?.isCollapsed !== false) onJump?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the mouse; the button is for all
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div class="card-passage" data-jumps={onJump && ''} onClick={onClick}>
      {diff && found !== undefined ? (
        <diff.PassageDiff before={passage} after={found} />
      ) : (
        <Passage text={passage} isOpen={isOpen} />
      )}
    </div>
  );
}
