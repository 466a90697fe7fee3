import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageSource } from '../../lib/language/say.ts';

/** The messages of a language as the browser gives them, for tests that have no browser. */
export function messagesOf(language: string): MessageSource {
  const messages = readMessages(language);
  return {
    getMessage: (name, values = []) =>
      (messages[name]?.message ?? '').replaceAll(
        /\$(\d)/g,
        (_, number: string) => values[Number(number) - 1] ?? '',
      ),
    getUILanguage: () => language,
  };
}

/** What stands in a language's file. */
export function readMessages(language: string): Record<string, { message: string } | undefined> {
  const file = join(import.meta.dirname, `../../public/_locales/${language}/messages.json`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
