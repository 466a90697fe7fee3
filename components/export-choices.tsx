import { useId } from 'preact/hooks';
import { say } from '../lib/language/say.ts';
import { type Choice, ChoiceGroup } from './choice-group.tsx';

/** What is exported: what is chosen, what a search finds, a post, what is new, or everything. */
export type ExportSubject = 'selected' | 'found' | 'post' | 'new' | 'all';

/** As what; a template by its id. */
export type ExportFormat =
  | 'commonmark'
  | 'obsidian'
  | 'logseq'
  | 'html'
  | 'readwise'
  | 'web-annotation'
  | 'waymark'
  | `template:${string}`;

/** To where: a file, a file a post in a zip, the clipboard, or a folder. */
export type ExportWay = 'file' | 'files' | 'copy' | 'folder';

/** What the reader has decided about an export. */
export interface ExportChoice {
  scope: ExportSubject;
  /** The permalink of the post, when it is one post. */
  post: string;
  format: ExportFormat;
  way: ExportWay;
  /** Whether the labels of posts are written. */
  labels: boolean;
  /** Whether posts about the same thing are listed. */
  related: boolean;
}

/** A format, among others of its kind. */
export interface FormatGroup {
  label: string;
  formats: readonly { key: ExportFormat; label: string }[];
}

export interface ExportChoicesProps {
  choice: ExportChoice;
  onChoice: (change: Partial<ExportChoice>) => void;
  scopes: readonly Choice<ExportSubject>[];
  /** The posts that have notes. */
  posts: readonly { permalink: string; title: string }[];
  groups: readonly FormatGroup[];
  /** What the chosen format is good for. */
  hint: string;
  ways: readonly Choice<ExportWay>[];
  /** Whether labels and related posts can be left out of the format. */
  hasOptions: boolean;
  onTemplates: () => void;
}

/** The three questions of an export: what, as what, and to where. */
export function ExportChoices(props: ExportChoicesProps) {
  const { choice, onChoice, scopes, posts, groups, hint, ways, hasOptions, onTemplates } = props;
  const id = useId();
  return (
    <div class="export-choices">
      <ChoiceGroup
        legend={say('exportScope')}
        value={choice.scope}
        onChange={(scope) => onChoice({ scope })}
        choices={scopes.map((scope) =>
          scope.key === 'post'
            ? { ...scope, children: <PostField posts={posts} {...{ choice, onChoice }} /> }
            : scope,
        )}
      />
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
      <ChoiceGroup
        legend={say('exportWay')}
        value={choice.way}
        onChange={(way) => onChoice({ way })}
        choices={ways}
      />
    </div>
  );
}

function PostField(props: Pick<ExportChoicesProps, 'choice' | 'onChoice' | 'posts'>) {
  const { choice, onChoice, posts } = props;
  return (
    <select
      class="field"
      aria-label={say('exportWhichPost')}
      value={choice.post}
      onChange={({ currentTarget }) => onChoice({ post: currentTarget.value })}
    >
      {posts.map(({ permalink, title }) => (
        <option key={permalink} value={permalink}>
          {title}
        </option>
      ))}
    </select>
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
