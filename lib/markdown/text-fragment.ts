import { type Collapsed, toCollapsed } from './collapsed-text.ts';

/** A passage of more UTF-16 units is named by its first and last words: addresses stay short. */
const LONGEST_QUOTED = 120;

/** Words at either end of a long passage, to begin with. */
const FEWEST_WORDS = 3;

/** Words that may be told of what stands around a passage, on each side, before it is given up. */
const MOST_CONTEXT = 12;

/**
 * A function that finds, for passages of one post, the text directive (`:~:text=…`) that leads a
 * browser to it; undefined where there is none that could not lead elsewhere in the post, or where
 * the passage does not stand in the text.
 *
 * What it answers has been looked up in the text as loosely as any browser might: capitals, curly
 * quotes, and where words, lines and blocks end do not count. Only words that stand in it once, or
 * first, are taken; where the passage's own do not suffice, words around it are added.
 *
 * @param text The post, its paragraphs parted by blank lines.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function createFragmentFinder(
  text: string,
): (passage: string, prefix?: string) => string | undefined {
  const post = toCollapsed(text);
  return (passage, prefix = '') => {
    const found = post.find(passage, prefix);
    if (!found) return undefined;
    const { start: from, end: to } = post.widen(found.start, found.end);
    const directive =
      to - from <= LONGEST_QUOTED && !post.breaksIn(from, to)
        ? quoted(post, from, to, found.isOnlyOnce)
        : fromTo(post, from, to);
    return directive && `:~:text=${directive}`;
  };
}

/** The passage itself, and as many words around it as it takes to be the only one. */
function quoted(
  post: Collapsed,
  from: number,
  to: number,
  isOnlyOnce: boolean,
): string | undefined {
  const isShort = !post.hasWords(from, to, FEWEST_WORDS);
  for (let words = isShort ? 1 : 0; words <= MOST_CONTEXT; words++) {
    const before = post.wordsBefore(from, words);
    const after = post.wordsAfter(to, words);
    if (isOnlyOnce || post.isOnlyOnce(before, after))
      return directiveOf(post, { before, from, to, after });
  }
  return undefined;
}

/** The first and the last words of the passage. */
function fromTo(post: Collapsed, from: number, to: number): string | undefined {
  const endOfFirst = post.firstBreak(from, to) ?? to;
  const startOfLast = post.lastBreak(from, to) ?? from;
  for (let words = 0; words <= MOST_CONTEXT; words++) {
    const first = Math.min(post.wordsAfter(from, FEWEST_WORDS + words), endOfFirst);
    const before =
      first === endOfFirst || words > FEWEST_WORDS ? post.wordsBefore(from, words) : from;
    if (!post.isOnlyOnce(before, first)) continue;
    for (let more = 0; more <= MOST_CONTEXT; more++) {
      const last = Math.max(post.wordsBefore(to, FEWEST_WORDS + more), startOfLast, first + 1);
      if (last >= to) return undefined;
      const after = last === startOfLast || last === first + 1 ? post.wordsAfter(to, more) : to;
      if (post.isFirstAfter(first, last, after)) {
        return directiveOf(post, { before, from, first, last, to, after });
      }
    }
  }
  return undefined;
}

interface Parts {
  before: number;
  from: number;
  /** Where the first words end, and where the last begin, when only those are named. */
  first?: number;
  last?: number;
  to: number;
  after: number;
}

function directiveOf(post: Collapsed, { before, from, first, last, to, after }: Parts): string {
  const part = (start: number, end: number) => encode(post.text.slice(start, end).trim());
  return [
    before < from ? `${part(before, from)}-` : '',
    first === undefined ? part(from, to) : part(from, first),
    last === undefined ? '' : part(last, to),
    after > to ? `-${part(to, after)}` : '',
  ]
    .filter(Boolean)
    .join(',');
}

/** Percent-encoded; so are the signs of the directive's own grammar, and those of Markdown's. */
function encode(words: string): string {
  return encodeURIComponent(words.toWellFormed()).replaceAll(
    /[-!'()*~_]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
