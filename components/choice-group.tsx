import './choice-group.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One of several things to choose from. */
export interface Choice<T extends string> {
  key: T;
  label: string;
  /** Said behind the label, in a quieter voice. */
  detail?: string | undefined;
  isDisabled?: boolean | undefined;
  /** What belongs to it, drawn below while it is chosen. */
  children?: ComponentChildren;
}

export interface ChoiceGroupProps<T extends string> {
  legend: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** A few things of which one is chosen, all in sight. */
export function ChoiceGroup<T extends string>(props: ChoiceGroupProps<T>) {
  const { legend, choices, value, onChange } = props;
  const name = useId();
  return (
    <fieldset class="choice-group">
      <legend>{legend}</legend>
      {choices.map(({ key, label, detail, isDisabled, children }) => (
        <div key={key} class="choice">
          <label>
            <input
              type="radio"
              name={name}
              checked={key === value}
              disabled={isDisabled}
              onChange={() => onChange(key)}
            />
            <span>
              {label}
              {detail && <span class="choice-detail"> {detail}</span>}
            </span>
          </label>
          {key === value && children}
        </div>
      ))}
    </fieldset>
  );
}
