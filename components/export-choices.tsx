import { say } from '../lib/language/say.ts';
import { type Choice, ChoiceGroup } from './choice-group.tsx';
import type { ExportSubject, ExportWay } from './export-choice.ts';
import { FormatField, type FormatFieldProps } from './format-field.tsx';

export interface ExportChoicesProps extends FormatFieldProps {
  scopes: readonly Choice<ExportSubject>[];
  /** The posts that have notes. */
  posts: readonly { permalink: string; title: string }[];
  ways: readonly Choice<ExportWay>[];
}

/** The three questions of an export: what, as what, and to where. */
export function ExportChoices(props: ExportChoicesProps) {
  const { choice, onChoice, scopes, posts, ways } = props;
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
      <FormatField {...props} />
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
