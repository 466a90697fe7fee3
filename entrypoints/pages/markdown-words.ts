import { say } from '../../lib/language/say.ts';
import type { MarkdownWords } from '../../lib/markdown/words.ts';

/** What Waymark says in documents, in the reader's language. */
export function markdownWords(): MarkdownWords {
  return {
    readingNotes: say('documentTitle'),
    questions: say('documentQuestions'),
    related: say('related'),
    open: say('openInPost'),
    due: say('documentDue'),
    exported: say('documentExported'),
  };
}
