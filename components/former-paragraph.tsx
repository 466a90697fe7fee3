import type { Target } from '../lib/annotation/target.ts';
import { say } from '../lib/language/say.ts';

/** The paragraph that a lost passage stood in when it was marked, for who asks. */
export function FormerParagraph({ target: { paragraph, passage } }: { target: Target }) {
  if (!paragraph || paragraph === passage) return null;
  const at = paragraph.indexOf(passage);
  return (
    <details class="former-paragraph">
      <summary>{say('formerParagraph')}</summary>
      <blockquote>
        {at === -1 ? (
          paragraph
        ) : (
          <>
            {paragraph.slice(0, at)}
            <mark>{passage}</mark>
            {paragraph.slice(at + passage.length)}
          </>
        )}
      </blockquote>
    </details>
  );
}
