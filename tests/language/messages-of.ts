import type { MessageSource } from '../../lib/language/say.ts';
import { readMessagesFile } from './messages-file.ts';

/** The messages of a language as the browser gives them, for tests that have no browser. */
export function messagesOf(language: string): MessageSource {
  const messages = readMessagesFile(language);
  return {
    getMessage: (name, values = []) =>
      (messages[name]?.message ?? '').replaceAll(
        /\$(\d)/g,
        (_, number: string) => values[Number(number) - 1] ?? '',
      ),
    getUILanguage: () => language,
  };
}
