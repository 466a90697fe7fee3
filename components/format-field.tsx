import { useId } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import type { ExportChoice, ExportFormat, FormatGroup } from './export-choice.ts';

export interface FormatFieldProps {
  choice: ExportChoice;
  onChoice: (change: Partial<ExportChoice>) => void;
  groups: readonly FormatGroup[];
  /** What the chosen format is good for. */
  hint: string;
  /** Whether labels and related posts can be left out of the format. */
  hasOptions: boolean;
  onTemplates: () => void;
}

/** As what something is exported, and what of it can be left out. */
export function FormatField(props: FormatFieldProps) {
  const { choice, onChoice, groups, hint, hasOptions, onTemplates } = props;
  const id = useId();
  return (
    <div>
      <label class="field-label" for={id}>
        {say('exportFormat')}
      </label>
      <div class="export-format">
        <select
          id={id}
          class="field"
          aria-describedby={`${id}-hint`}
          value={choice.format}
          onChange={({ currentTarget }) =>
            onChoice({ format: currentTarget.value as ExportFormat })
          }
        >
          {groups.map(({ label, formats }) => (
            <optgroup key={label} label={label}>
              {formats.map((format) => (
                <option key={format.key} value={format.key}>
                  {format.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <button type="button" class="button" onClick={onTemplates}>
          {say('templates')}
        </button>
      </div>
      <p class="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      {hasOptions && (
        <div class="export-options">
          <Option
            label={say('exportLabels')}
            isOn={choice.labels}
            onChange={(labels) => onChoice({ labels })}
          />
          <Option
            label={say('exportRelated')}
            isOn={choice.related}
            onChange={(related) => onChoice({ related })}
          />
        </div>
      )}
    </div>
  );
}

function Option(props: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { label, isOn, onChange } = props;
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {label}
    </label>
  );
}
