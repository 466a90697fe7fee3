import type english from '../../public/_locales/en/messages.json';

/** The name of a message in `public/_locales`. */
export type MessageName = keyof typeof english;

/** The names that come in several numbers: `notes` where there are `notes_one` and `notes_other`. */
export type CountedName = MessageName extends infer Name
  ? Name extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** Where messages come from: in an extension `browser.i18n` itself. */
export interface MessageSource {
  /** The message with `$1` to `$9` filled in; empty when there is none of that name. */
  getMessage(name: string, substitutions?: string[]): string;
  /** The language the browser speaks, as a BCP 47 tag. */
  getUILanguage(): string;
}

let source: MessageSource = { getMessage: (name) => name, getUILanguage: () => 'en' };

/** Messages as they stand, by name: lists ask for the same few again and again, across a boundary. */
const plain = new Map<string, string>();

/** How the language that is spoken counts; making these takes longer than drawing a card. */
let plurals: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

/**
 * Say everything by this source from now on. A page or script has one language for as long as it
 * lives, and every component speaks it: that is why it is not handed down to each of them.
 */
export function speakBy(messages: MessageSource): void {
  source = messages;
  plain.clear();
  plurals = undefined;
  numbers = undefined;
}

/** A message in the reader's language, with numbers written as that language writes them. */
export function say(name: MessageName, ...values: readonly (string | number)[]): string {
  return sayNamed(name, values);
}

/**
 * A message that depends on how many there are, by the plural rules of the language (CLDR, as
 * `Intl.PluralRules` has them). The count is `$1`, the values follow it.
 */
export function sayCount(
  name: CountedName,
  count: number,
  ...values: readonly (string | number)[]
): string {
  plurals ??= new Intl.PluralRules(languageOf());
  const category = plurals.select(count);
  const all = [count, ...values];
  return sayNamed(`${name}_${category}`, all) || sayNamed(`${name}_other`, all);
}

/**
 * The language that messages are in, as a BCP 47 tag, for numbers and dates beside them. It is not
 * always the browser's: where that has no messages here, they are English, and so is the rest.
 */
export function languageOf(): string {
  return sayNamed('language', []) || source.getUILanguage();
}

function sayNamed(name: string, values: readonly (string | number)[]): string {
  if (values.length > 0) return source.getMessage(name, values.map(toText));
  const message = plain.get(name) ?? source.getMessage(name, []);
  plain.set(name, message);
  return message;
}

function toText(value: string | number): string {
  if (typeof value === 'string') return value;
  numbers ??= new Intl.NumberFormat(languageOf());
  return numbers.format(value);
}
