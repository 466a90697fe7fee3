import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCALES = join(import.meta.dirname, '../../public/_locales');

/** A message as the browsers read it from a language's file. */
export interface Message {
  message: string;
  /** What a translator should know. */
  description?: string;
}

export type Messages = Readonly<Record<string, Message>>;

/** The languages that Waymark speaks. */
export function listLanguages(): string[] {
  return readdirSync(LOCALES).sort();
}

/** Where a language's messages stand. */
export function fileOf(language: string): string {
  return join(LOCALES, language, 'messages.json');
}

export function readMessagesFile(language: string): Messages {
  return JSON.parse(readFileSync(fileOf(language), 'utf8'));
}

/**
 * The one way to write a language's messages: sorted by name, each in a line of its own, so that
 * two people who add some meet in as few lines as may be.
 */
export function toMessagesFile(messages: Messages): string {
  const lines = Object.keys(messages)
    .sort()
    .map((name) => {
      const parts = Object.entries(messages[name] ?? {}).map(
        ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
      );
      return `  ${JSON.stringify(name)}: { ${parts.join(', ')} }`;
    });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** The name without its number: `notes` of `notes_one`. */
export function stemOf(name: string): string {
  return name.replace(/_(?:zero|one|two|few|many|other)$/, '');
}

/** The `$1` to `$9` of a message, each once, in order. */
export function placeholdersIn(message: string): string[] {
  return [...new Set(message.match(/\$\d/g))].sort();
}
