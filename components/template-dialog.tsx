import './template-dialog.css';
import './field.css';
import { useId } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import { Dialog } from './dialog.tsx';
import { Scrollable } from './scrollable.tsx';

export interface TemplateDialogProps {
  templates: readonly { id: string; name: string; isOwn: boolean }[];
  current: string;
  onCurrent: (id: string) => void;
  name: string;
  /** Undefined while it is being loaded. */
  source: string | undefined;
  /** Given for templates of the reader's own, which alone can be changed. */
  edit:
    | {
        onName: (name: string) => void;
        onSource: (source: string) => void;
        onDelete: () => void;
      }
    | undefined;
  /** Begin a template of one's own with the text of this one. */
  onCopy: () => void;
  /** What the template makes of the reader's notes; undefined until it has been filled in. */
  preview: string | undefined;
  /** What is wrong with the template, as a sentence. */
  fault: string | undefined;
  onClose: () => void;
}

/** Templates to look at, to copy and to write, with what they make of the reader's notes. */
export function TemplateDialog(props: TemplateDialogProps) {
  const { templates, current, onCurrent, name, edit, onCopy, onClose } = props;
  const id = useId();
  return (
    <Dialog heading={say('templatesHeading')} onClose={onClose}>
      <div class="template-bar">
        <div>
          <label class="field-label" for={`${id}-which`}>
            {say('templateWhich')}
          </label>
          <select
            id={`${id}-which`}
            class="field"
            value={current}
            onChange={({ currentTarget }) => onCurrent(currentTarget.value)}
          >
            {[false, true].map((isOwn) => {
              const some = templates.filter((template) => template.isOwn === isOwn);
              return (
                some.length > 0 && (
                  <optgroup
                    key={String(isOwn)}
                    label={say(isOwn ? 'templatesOwn' : 'templatesBuiltIn')}
                  >
                    {some.map((template) => (
                      <option key={template.id} value={template.id}>
                        {template.name}
                      </option>
                    ))}
                  </optgroup>
                )
              );
            })}
          </select>
        </div>
        {edit && (
          <div>
            <label class="field-label" for={`${id}-name`}>
              {say('templateName')}
            </label>
            <input
              id={`${id}-name`}
              class="field"
              maxLength={80}
              value={name}
              onInput={({ currentTarget }) => edit.onName(currentTarget.value)}
            />
          </div>
        )}
      </div>
      <TemplateEditor {...props} />
      <div class="dialog-foot">
        {edit && (
          <button type="button" class="button quiet" onClick={edit.onDelete}>
            {say('templateDelete')}
          </button>
        )}
        <button type="button" class="button" onClick={onCopy}>
          {say('templateCopy')}
        </button>
        <button type="button" class="button primary" onClick={onClose}>
          {say('close')}
        </button>
      </div>
    </Dialog>
  );
}

/** The template's text beside what it makes, one below the other where there is no room. */
function TemplateEditor({ source, edit, preview, fault }: TemplateDialogProps) {
  const id = useId();
  return (
    <div class="template-editor">
      <div class="template-side">
        <label class="field-label" for={id}>
          {say('templateText')}
        </label>
        <textarea
          id={id}
          class="template-text"
          spellcheck={false}
          autocapitalize="off"
          readOnly={!edit}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-hint`}
          value={source ?? ''}
          onInput={({ currentTarget }) => edit?.onSource(currentTarget.value)}
        />
        <p class={fault ? 'failure' : 'field-hint'} id={`${id}-hint`} role="status">
          {fault ?? say(edit ? 'templateHint' : 'templateReadOnly')}
        </p>
      </div>
      <section class="template-side" aria-labelledby={`${id}-preview`}>
        <h3 class="field-label" id={`${id}-preview`}>
          {say('templatePreview')}
        </h3>
        <Scrollable as="pre" class="template-preview">
          {preview === '' ? say('templateEmpty') : preview}
        </Scrollable>
      </section>
    </div>
  );
}
