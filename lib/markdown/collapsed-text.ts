/** A post's text on one line, as it is looked at to name a passage of it. Offsets are UTF-16. */
export interface Collapsed {
  /** Every stretch of white space is one space, and there is none at either end. */
  readonly text: string;
  /** Where a passage stands: of several places the one whose words before are most like these. */
  find(passage: string, prefix: string): FoundPassage | undefined;
  /** The place, grown to whole words as they are parted by spaces. */
  widen(start: number, end: number): { start: number; end: number };
  hasWords(start: number, end: number, fewest: number): boolean;
  /** Where the nth word before an offset begins, or the text does. */
  wordsBefore(offset: number, words: number): number;
  /** Where the nth word after an offset ends, or the text does. */
  wordsAfter(offset: number, words: number): number;
  /** Whether a line or a block ends between the offsets. */
  breaksIn(start: number, end: number): boolean;
  firstBreak(start: number, end: number): number | undefined;
  /** Where the line that holds the end begins, unless the whole place is on it. */
  lastBreak(start: number, end: number): number | undefined;
  /** Whether what stands between the offsets stands nowhere else. */
  isOnlyOnce(start: number, end: number): boolean;
  /** Whether what stands from `start` to `end` stands nowhere between `from` and there. */
  isFirstAfter(from: number, start: number, end: number): boolean;
}

export interface FoundPassage {
  start: number;
  end: number;
  /** Whether it stands nowhere else, so that nothing does that holds it. */
  isOnlyOnce: boolean;
}

export function toCollapsed(source: string): Collapsed {
  const breaks: number[] = [];
  let text = '';
  for (const line of source.split('\n')) {
    const words = toOneLine(line);
    if (words === '') continue;
    if (text !== '') {
      breaks.push(text.length);
      text += ' ';
    }
    text += words;
  }
  const folded = toFolded(text);

  const occurrencesOf = (words: string): number[] => {
    const found: number[] = [];
    if (words === '') return found;
    for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + 1))
      found.push(at);
    return found;
  };
  const wordsBefore = (offset: number, words: number) => {
    let at = offset;
    for (let i = 0; i < words && at > 0; i++) at = text.lastIndexOf(' ', at - 2) + 1;
    return at;
  };
  const wordsAfter = (offset: number, words: number) => {
    let at = offset;
    for (let i = 0; i < words && at < text.length; i++) {
      const space = text.indexOf(' ', at + 1);
      at = space < 0 ? text.length : space;
    }
    return at;
  };

  return {
    text,
    find(passage, prefix) {
      const words = toOneLine(passage);
      const places = occurrencesOf(toFolded(words));
      const [first] = places;
      if (first === undefined) return undefined;
      const at = (start: number) => ({ start, end: start + words.length });
      if (places.length === 1) return { ...at(first), isOnlyOnce: true };
      const before = lettersOf(prefix);
      const likeness = (place: number) =>
        commonEnd(lettersOf(text.slice(Math.max(0, place - 2 * prefix.length), place)), before);
      const likest = places.reduce((a, b) => (likeness(b) > likeness(a) ? b : a));
      return { ...at(likest), isOnlyOnce: false };
    },
    widen: (start, end) => ({
      start: text.lastIndexOf(' ', start) + 1,
      end: end >= text.length || text[end] === ' ' ? end : wordsAfter(end, 1),
    }),
    hasWords: (start, end, fewest) => wordsAfter(start, fewest - 1) < end,
    wordsBefore,
    wordsAfter,
    breaksIn: (start, end) => breaks.some((at) => at > start && at < end),
    firstBreak: (start, end) => breaks.find((at) => at > start && at < end),
    lastBreak(start, end) {
      const at = breaks.findLast((one) => one > start && one < end);
      return at === undefined ? undefined : at + 1;
    },
    isOnlyOnce(start, end) {
      const words = folded.slice(start, end).trim();
      const first = words === '' ? -1 : folded.indexOf(words);
      return first >= 0 && folded.indexOf(words, first + 1) < 0;
    },
    isFirstAfter(from, start, end) {
      const words = folded.slice(start, end).trim();
      return words !== '' && folded.indexOf(words, from) === start;
    },
  };
}

function toOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

/**
 * The text for comparing, each character in its place. Quotes are written for each other by one
 * author or another, and are the same to a reader.
 */
function toFolded(text: string): string {
  const lower = text.toLowerCase();
  const inPlace = lower.length === text.length ? lower : text;
  return inPlace.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');
}

/** Letters and digits only: what is left of words whatever they were folded by. */
function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length))
    length++;
  return length;
}
