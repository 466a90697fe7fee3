/** A tag is a word or two; one that is a paragraph is a mistake. UTF-16 units. */
export const LONGEST_TAG = 100;

/** Tags an annotation may have. */
export const MOST_TAGS = 100;

/**
 * A tag as it is kept: one line, without the `#` that people type before it and without white
 * space around it. Undefined when nothing is left.
 */
export function toTag(text: string): string | undefined {
  const tag = text
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[#\s]+/u, '')
    .trim();
  return tag === '' ? undefined : tag.slice(0, LONGEST_TAG).trim();
}

/** What two tags share when they are the same tag: capitals do not make another one. */
export function tagKeyOf(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}

/** The tags, each once as it was first written, in the order given. */
export function toTags(texts: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const text of texts) {
    const tag = toTag(text);
    if (tag !== undefined && !tags.has(tagKeyOf(tag))) tags.set(tagKeyOf(tag), tag);
  }
  return Array.from(tags.values()).slice(0, MOST_TAGS);
}
