import type { ConstructName, Unsafe } from 'mdast-util-to-markdown';

/** Where text is words: not in the address of a link, nor in its title. */
const WORDS: Pick<Unsafe, 'inConstruct' | 'notInConstruct'> = {
  inConstruct: 'phrasing',
  notInConstruct: [
    'autolink',
    'destinationLiteral',
    'destinationRaw',
    'reference',
    'titleQuote',
    'titleApostrophe',
  ] satisfies ConstructName[],
};

/**
 * What is only text in Markdown, and something else to the programs people keep their notes in.
 * A backslash in the middle of it is nothing to CommonMark and breaks it for them, who look for the
 * characters side by side. Each is escaped wherever it could be taken, in every flavour, since a
 * plain file may be put into a vault one day.
 *
 * What stands before is looked back at and not consumed: in `===` every sign but the first counts.
 *
 * - Obsidian: `==mark==`, `%%comment%%`, `#tag`, `^block-id`, `$math$`; `[[link]]` CommonMark has
 *   escaped already, as it has `![[embed]]`.
 * - Dataview and Logseq: `key:: value`; Logseq: `((block reference))` and `#tag` after anything.
 * - Templater and Obsidian's templates: `<% code %>`, `{{field}}`.
 *
 * GFM takes an address for a link in capitals, too, which its own table does not know; what stands
 * behind it would then be read in another way. And it takes the white space at the ends of a cell for
 * padding.
 *
 * @see https://help.obsidian.md/obsidian-flavored-markdown
 * @see https://blacksmithgu.github.io/obsidian-dataview/annotation/add-metadata/
 * @see https://silentvoid13.github.io/Templater/syntax.html
 */
export const UNSAFE: Unsafe[] = [
  { character: '=', before: '(?<==)', ...WORDS },
  { character: '%', before: '(?<=[%<])', ...WORDS },
  { character: '>', before: '(?<=%)', ...WORDS },
  { character: '#', after: '[^\\s#]', ...WORDS },
  { character: '^', ...WORDS },
  { character: '$', ...WORDS },
  { character: ':', before: '(?<=:)', ...WORDS },
  { character: ':', before: '(?<=[PpSs])', after: '(?=/)', ...WORDS },
  { character: '{', before: '(?<=\\{)', ...WORDS },
  { character: '}', before: '(?<=\\})', ...WORDS },
  { character: '(', before: '(?<=\\()', ...WORDS },
  ...[' ', '\t'].flatMap((character): Unsafe[] => [
    { character, before: '(?<=^\\|)', inConstruct: 'tableCell' },
    { character, after: '\\|$', inConstruct: 'tableCell' },
  ]),
];
