import { toFileName } from './file-name.ts';
import { linkOf, paragraphOf, textOf, toLine } from './inline.ts';
import { toObsidianTag } from './obsidian.ts';
import { passageToQuote, withoutForbidden } from './passage.ts';
import { serialise } from './serialise.ts';
import { toYamlString } from './yaml.ts';

/** What a filter gets: anything a template can come by, and what it was called with. */
export type Filter = (value: unknown, ...args: unknown[]) => unknown;

/**
 * Filters beside Liquid's own, under the names Obsidian Web Clipper has made known. They make exact
 * Markdown of text that anyone may have written.
 *
 * @see https://help.obsidian.md/web-clipper/filters
 */
export const FILTERS: Readonly<Record<string, Filter>> = {
  /** The words as Markdown that says just them. */
  escape_md: (value) => toWords(value),
  /** A passage as a block quote. */
  blockquote: (value) => withoutEnd(serialise([passageToQuote(toText(value))])),
  /** A passage as a callout of Obsidian: `callout: "quote", "Title"`. */
  callout: (value, type = 'info', title = '') =>
    toCallout(toText(value), toText(type), toText(title)),
  /** `link: address` */
  link: (value, url) =>
    serialise([paragraphOf(linkOf(toText(url), toLine(toText(value))))]).trimEnd(),
  /** `[[Page]]`, or `[[Page|alias]]`. */
  wikilink: (value, alias) =>
    `[[${[value, alias].map(toText).map(toPageName).filter(Boolean).join('|')}]]`,
  /** A tag as Obsidian reads one, `#` included. */
  tag: (value) => {
    const name = toObsidianTag(toText(value));
    return name === undefined ? '' : `#${name}`;
  },
  /** A list, a point each. */
  list: (value) =>
    toTexts(value)
      .map((text) => `- ${toWords(text)}`)
      .join('\n'),
  /** A task, ticked off or not: `task: done`. */
  task: (value, done = false) => `- [${done === true ? 'x' : ' '}] ${indented(toText(value))}`,
  /** The lines after the first moved in by two spaces, to stand in a list. */
  indent: (value) => indented(toText(value)),
  /** A value of YAML, quoted; a list of texts as a flow sequence. */
  yaml: (value) =>
    Array.isArray(value)
      ? `[${toTexts(value).map(toYamlString).join(', ')}]`
      : toYamlString(toText(value)),
  /** A name any file system takes. */
  safe_name: (value) => toFileName(toText(value)).replace(/\.md$/, ''),
  /** `date: "YYYY-MM-DD"`; with `%` it is Liquid's own. */
  date_of: (value, format = 'YYYY-MM-DD') => toDateText(toText(value), toText(format)),
  kebab: (value) =>
    toText(value)
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, '-'),
  snake: (value) =>
    toText(value)
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  lower: (value) => toText(value).toLowerCase(),
  upper: (value) => toText(value).toUpperCase(),
  trim: (value) => toText(value).trim(),
  unique: (value) => Array.from(new Set(toTexts(value))),
};

function toText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return withoutForbidden(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function toTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).map(toText);
}

function toWords(value: unknown): string {
  return serialise([paragraphOf(textOf(toLine(toText(value))))]).trimEnd();
}

function toCallout(passage: string, type: string, title: string): string {
  const name = type.replaceAll(/[^\p{L}\p{N}-]/gu, '') || 'info';
  const head = `> [!${name}]${title === '' ? '' : ` ${toWords(title)}`}`;
  return withoutEnd(`${head}\n>\n${serialise([passageToQuote(passage)])}`);
}

/** Without its last line ending; white space that belongs to a text stays. */
function withoutEnd(markdown: string): string {
  return markdown.replace(/\n$/, '');
}

function toPageName(name: string): string {
  return toLine(name)
    .replaceAll(/[[\]|#^]/g, '')
    .trim();
}

function indented(text: string): string {
  return text.replaceAll(/\n(?=[^\n])/g, '\n  ');
}

/** The parts of a date that a format may name. */
function toDateText(text: string, format: string): string {
  const [, year, month = '01', day = '01', hour = '00', minute = '00'] =
    /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T(\d{2}):(\d{2}))?/.exec(text) ?? [];
  if (year === undefined) return text;
  const parts: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(2),
    MM: month,
    M: String(Number(month)),
    DD: day,
    D: String(Number(day)),
    HH: hour,
    mm: minute,
  };
  return format.replaceAll(/YYYY|YY|MM|M|DD|D|HH|mm/g, (part) => parts[part] ?? part);
}
