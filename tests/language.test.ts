import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  fileOf,
  listLanguages,
  type Messages,
  placeholdersIn,
  readMessagesFile,
  stemOf,
  toMessagesFile,
} from './language/messages-file.ts';
import { findUsedNames, listPages } from './language/used-names.ts';

/** The language that the others are translations of, and that speaks where they cannot. */
const FIRST = 'en';
const LANGUAGES = listLanguages();
const OTHERS = LANGUAGES.filter((language) => language !== FIRST);
const english = readMessagesFile(FIRST);
const used = findUsedNames();

/** What is typed into the search, and what others have named: the same in every language. */
const NAMES = /\b\w+:\S+|Obsidian Web Clipper|W3C Web Annotations/g;

/** More words than a term that two languages may share has. */
const MORE_THAN_A_TERM = /\p{L}{2,}\P{L}+\p{L}{2,}\P{L}+\p{L}{2,}/u;

function stemsOf(messages: Messages): string[] {
  return [...new Set(Object.keys(messages).map(stemOf))].sort();
}

/** The forms of each message that comes in several numbers, by its stem. */
function formsOf(messages: Messages): Map<string, string[]> {
  const counted = Object.keys(messages).filter((name) => name !== stemOf(name));
  return new Map(
    Map.groupBy(counted, stemOf)
      .entries()
      .map(([stem, names]) => [stem, names.map((name) => name.slice(stem.length + 1)).sort()]),
  );
}

test('English and German are there', () => {
  expect(LANGUAGES).toEqual(expect.arrayContaining(['de', 'en']));
  expect(Object.keys(english).length).toBeGreaterThan(2);
});

describe.each(LANGUAGES)('the messages of “%s”', (language) => {
  const messages = readMessagesFile(language);

  // To write the file so: npx vitest run tests/language.test.ts --update
  test('are sorted by name and stand one in a line', async () => {
    await expect(toMessagesFile(messages)).toMatchFileSnapshot(fileOf(language));
  });

  test('have each name once, whatever its capitals: browsers do not tell them apart', () => {
    const written = readFileSync(fileOf(language), 'utf8').match(/^ {2}"\w+"(?=:)/gm) ?? [];
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(written.length);
    expect(written).toHaveLength(Object.keys(messages).length);
  });

  test('say which language they are in', () => {
    expect(messages.language?.message).toBe(language);
  });

  test('are all said', () => {
    for (const [name, { message }] of Object.entries(messages)) {
      expect(message.trim(), name).not.toBe('');
    }
  });

  test('use $ for nothing but what is filled in', () => {
    for (const [name, { message }] of Object.entries(messages)) {
      expect(message.replaceAll(/\$\d/g, ''), name).not.toContain('$');
    }
  });

  test('come in all the numbers of the language, and in no others', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const [stem, forms] of formsOf(messages)) expect(forms, stem).toEqual(needed);
  });
});

describe.each(OTHERS)('“%s” beside English', (language) => {
  const messages = readMessagesFile(language);

  test('has the same names', () => {
    expect(stemsOf(messages)).toEqual(stemsOf(english));
    expect([...formsOf(messages).keys()].sort()).toEqual([...formsOf(english).keys()].sort());
  });

  test('fills in the same, whatever the number', () => {
    for (const [name, { message }] of Object.entries(messages)) {
      const model = english[name] ?? english[`${stemOf(name)}_other`];
      expect(placeholdersIn(message), name).toEqual(placeholdersIn(model?.message ?? ''));
    }
  });

  test('has been translated', () => {
    const same = Object.entries(messages).filter(
      ([name, { message }]) =>
        message === english[name]?.message && MORE_THAN_A_TERM.test(message.replaceAll(NAMES, '')),
    );
    expect(same.map(([name]) => name)).toEqual([]);
  });
});

test('no message is unused', () => {
  const unused = stemsOf(english).filter((stem) => !used.has(stem));
  expect(unused).toEqual([]);
});

test('the extension’s pages have no words but the name until they speak', () => {
  const pages = listPages();
  expect(pages.length).toBeGreaterThan(1);
  for (const { path, html } of pages) {
    const words = html.replace(/<[^>]*>/g, ' ').trim();
    expect(words, path).toBe('Waymark');
    expect(html, path).not.toMatch(/ (?:alt|aria-label|placeholder|title)=/);
  }
});

test('the extension’s pages say which language they speak', () => {
  for (const { path, script } of listPages()) {
    expect(script, path).toMatch(/speakOnPage\(|documentElement\.lang = languageOf\(\)/);
  }
});

test('no message that the manifest or a page names is missing', () => {
  expect(used.inManifest).toContain('extensionDescription');
  expect([...used.inManifest].filter((name) => !(name in english))).toEqual([]);
});

test('the parts of a message are told apart', () => {
  expect(placeholdersIn('$2 of $1, and $2')).toEqual(['$1', '$2']);
  expect(stemOf('notes_one')).toBe('notes');
  expect(stemOf('not_counted')).toBe('not_counted');
});

test('names are found as they are written: whole, in part, and in the manifest', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source
  const found = findUsedNames(["say('a1')", 'say(`kind${kind}Open`)', '__MSG_c3__']);
  expect(['a1', 'kindTagOpen', 'c3'].filter((name) => !found.has(name))).toEqual([]);
  expect(found.has('kindTag')).toBe(false);
});
