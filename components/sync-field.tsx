import { useId } from 'preact/hooks';

export interface SyncFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  isAddress?: boolean;
  /** Whether it is not to be read over the reader's shoulder. */
  isSecret?: boolean;
  isRequired?: boolean;
}

/** One field of the form about a server. No browser is to fill in another site's password. */
export function SyncField(props: SyncFieldProps) {
  const { label, value, onValue, isAddress, isSecret, isRequired = false } = props;
  const id = useId();
  const given = {
    id,
    class: 'field',
    autocapitalize: 'off',
    spellcheck: false,
    required: isRequired,
    maxLength: 1000,
    value,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onValue(currentTarget.value),
  } as const;
  return (
    <div class="sync-field">
      <label for={id}>{label}</label>
      {isSecret ? (
        <input {...given} type="password" autoComplete="new-password" />
      ) : (
        <input
          {...given}
          type="text"
          autoComplete="off"
          inputMode={isAddress ? 'url' : undefined}
        />
      )}
    </div>
  );
}
