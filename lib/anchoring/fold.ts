import { createSpanMap, type SpanMap } from './span-map.ts';

/**
 * The version of the folding below. Positions count folded text, so a change here is a change of
 * every stored position: raise it then.
 */
export const FOLDING_VERSION = 1;

/** A text folded for matching, with the way back to the text it came from. */
export interface FoldedText extends SpanMap {
  readonly text: string;
}

/**
 * What folding may change ends, or begins, with this: white space other than a single space,
 * hyphens in a row, anything beyond ASCII. A post is looked through for it, so it is kept simple.
 */
const CHANGED = /[\t-\r]| {2}|--|[^\0-\x7f]/g;
/** White space of one byte: what nearly all of it is, and what nothing can be joined to. */
const PLAIN_SPACE = /[\t-\r \xa0]/;
/** How far it goes on. */
const STRETCH = /[\t-\r \xa0]+|-+|[^\0-\x7f]+[\s-]*/y;

const HYPHENS = '-\\u2010-\\u2015\\u2212';
/** Soft hyphen, zero-width and directional marks, invisible operators, byte order mark. */
const INVISIBLES = '\\xad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';

const INVISIBLE = new RegExp(`[${INVISIBLES}]`, 'gu');
/** White space; hyphens; else a character with all that NFC could join to it. */
const CLUSTER = new RegExp(`\\s+|[${HYPHENS}]+|[^][\\p{M}\\u1160-\\u11ff${INVISIBLES}]*`, 'gu');
const WHITE_SPACE_FIRST = /^\s/;
const HYPHEN_FIRST = new RegExp(`^[${HYPHENS}]`, 'u');

/** Typographer's characters, and what a keyboard has for them. */
const TYPOGRAPHY = /[\u2018-\u201f\u2026\u2032\u2033]/;
const SINGLE_QUOTE = /[\u2018-\u201b\u2032]/;

/**
 * Fold a text so that what a reader would call the same compares equal: runs of white space are
 * one space; curly quotes, dashes, hyphens in a row and ellipses are their ASCII selves;
 * characters without width are gone; the rest is in Unicode's Normalization Form C.
 *
 * Folding a folded text changes nothing, and folding is local: what stands more than one
 * grapheme away does not matter.
 */
export function fold(source: string): FoldedText {
  const parts: string[] = [];
  const edits: number[] = [];
  let length = 0;
  let copied = 0;

  const append = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const appendFolded = (from: number, stretch: string, folded: string) => {
    const text = repeats(parts, folded) ? '' : folded;
    // Marks put in another order are as many as before, and yet not each in its place.
    if (text.length !== stretch.length || (text.length > 1 && text !== stretch)) {
      edits.push(length, text.length, from, stretch.length);
    }
    if (text !== '') append(text);
  };

  for (CHANGED.lastIndex = 0; CHANGED.test(source); CHANGED.lastIndex = copied) {
    const at = CHANGED.lastIndex - 1;
    const isSpace = PLAIN_SPACE.test(source.charAt(at));
    STRETCH.lastIndex = at;
    STRETCH.test(source);
    const end = STRETCH.lastIndex;
    // A space before belongs to white space; any other character may be joined to what follows it.
    const joins = at > copied && (source[at - 1] === ' ') === isSpace;
    const start = joins ? at - 1 : at;
    if (start > copied) append(source.slice(copied, start));
    copied = end;
    const stretch = source.slice(start, end);
    if (isSpace) appendFolded(start, stretch, ' ');
    else {
      for (const { 0: cluster, index } of stretch.matchAll(CLUSTER)) {
        appendFolded(start + index, cluster, foldCluster(cluster));
      }
    }
  }
  if (copied < source.length) append(source.slice(copied));
  return { text: parts.join(''), ...createSpanMap(edits) };
}

function foldCluster(cluster: string): string {
  // A byte order mark is white space to JavaScript, and nothing to a reader.
  const visible = cluster.replace(INVISIBLE, '');
  if (WHITE_SPACE_FIRST.test(visible)) return ' ';
  if (HYPHEN_FIRST.test(visible)) return '-';
  return visible.replace(TYPOGRAPHY, keyboardCharacter).normalize('NFC');
}

function keyboardCharacter(character: string): string {
  if (character === '\u2026') return '...';
  return SINGLE_QUOTE.test(character) ? "'" : '"';
}

/** Two runs of white space, or of hyphens, with something invisible between them are one run. */
function repeats(parts: readonly string[], folded: string): boolean {
  return (folded === ' ' || folded === '-') && (parts.at(-1)?.endsWith(folded) ?? false);
}
