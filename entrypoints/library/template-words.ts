import { say } from '../../lib/language/say.ts';
import type { TemplateWords } from '../../lib/markdown/built-in-templates.ts';
import { markdownWords } from '../pages/markdown-words.ts';

/** What Waymark's own templates say, in the reader's language. */
export function templateWords(): TemplateWords {
  return {
    ...markdownWords(),
    readingGroup: say('documentReadingGroup'),
    anyQuestion: say('documentAnyQuestion'),
    passages: say('documentPassages'),
    oneOnOne: say('documentOneOnOne'),
    untagged: say('documentUntagged'),
  };
}
