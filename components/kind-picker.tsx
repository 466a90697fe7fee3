import './kind-picker.css';
import { useId } from 'preact/hooks';
import type { Kind } from '../lib/annotation/kind.ts';
import { say } from '../lib/language/say.ts';
import { DrawnIcon } from './icons.tsx';
import { faceOfKind } from './kind-face.ts';

export interface KindPickerProps {
  kind: Kind;
  /** Those offered; between a highlight and a comment the note decides, so that one of them will do. */
  kinds: readonly Kind[];
  onKind: (kind: Kind) => void;
}

/** What an annotation is for. */
export function KindPicker({ kind, kinds, onKind }: KindPickerProps) {
  const name = useId();
  return (
    <fieldset class="kind-picker">
      <legend class="visually-hidden">{say('kind')}</legend>
      {kinds.map((choice) => {
        const { drawing, label } = faceOfKind(choice);
        return (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              checked={choice === kind}
              onChange={() => onKind(choice)}
            />
            <span>
              <DrawnIcon d={drawing} /> {label}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
