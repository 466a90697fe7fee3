/** A stretch of an edited passage: in both wordings, only in the old one, or only in the new. */
export interface DiffPart {
  kind: 'same' | 'deleted' | 'inserted';
  text: string;
}

/** White space, a word with its apostrophes, or one mark of punctuation. */
const TOKEN = /\s+|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu;

/** Cells of the table of lengths: 16 MB. Beyond, the whole middle is shown as rewritten. */
const MOST_CELLS = 4_000_000;

/**
 * What changed between two wordings of a passage, word by word. The parts that are not `deleted`
 * make up the new wording exactly; those not `inserted` the old one, white space aside.
 *
 * By the longest common subsequence of words (Wagner and Fischer's table), after the beginning
 * and end that both share are set aside. Words parted by nothing but a space are shown as one
 * change: a reader compares phrases, not words.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, now] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && isSame(old[head], now[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(old.at(-1 - tail), now.at(-1 - tail))) tail += 1;
  const middle = (tokens: string[]) => tokens.slice(head, tokens.length - tail);
  return join([
    ...now.slice(0, head).map((text) => ({ kind: 'same' as const, text })),
    ...diffTokens(middle(old), middle(now)),
    ...now.slice(now.length - tail).map((text) => ({ kind: 'same' as const, text })),
  ]);
}

/** A longer or another white space is no change of wording. */
function isSame(a: string | undefined, b: string | undefined): boolean {
  return a === b || (isSpace(a) && isSpace(b));
}

function isSpace(token: string | undefined): boolean {
  return token !== undefined && token.trim() === '';
}

function diffTokens(old: readonly string[], now: readonly string[]): DiffPart[] {
  const width = now.length + 1;
  const isTooLong = (old.length + 1) * width > MOST_CELLS;
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  if (!isTooLong) {
    const lengths = commonLengths(old, now);
    while (i < old.length && j < now.length) {
      if (isSame(old[i], now[j])) {
        parts.push({ kind: 'same', text: now[j] as string });
        i += 1;
        j += 1;
      } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
        parts.push({ kind: 'deleted', text: old[i] as string });
        i += 1;
      } else {
        parts.push({ kind: 'inserted', text: now[j] as string });
        j += 1;
      }
    }
  }
  parts.push(...old.slice(i).map((text) => ({ kind: 'deleted' as const, text })));
  parts.push(...now.slice(j).map((text) => ({ kind: 'inserted' as const, text })));
  return parts;
}

/** For every pair of tails, by row, the length of their longest common subsequence. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const [below, right] = [lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0];
      lengths[i * width + j] = isSame(old[i], now[j])
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(below, right);
    }
  }
  return lengths;
}

/** Put neighbours of a kind together, in each change what was deleted before what was inserted. */
function join(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let change = { deleted: '', inserted: '' };
  const flush = () => {
    // A space that both sides end with has not changed: it would be struck out and put in again.
    const hasSpace = change.deleted.endsWith(' ') && change.inserted.endsWith(' ');
    if (hasSpace) {
      change = { deleted: change.deleted.slice(0, -1), inserted: change.inserted.slice(0, -1) };
    }
    for (const kind of ['deleted', 'inserted'] as const) {
      if (change[kind]) joined.push({ kind, text: change[kind] });
    }
    if (hasSpace) joined.push({ kind: 'same', text: ' ' });
    change = { deleted: '', inserted: '' };
  };
  for (const [index, { kind, text }] of parts.entries()) {
    if (kind !== 'same') {
      change[kind] += text;
    } else if (isSpace(text) && change.deleted && change.inserted && isChange(parts[index + 1])) {
      change.deleted += text;
      change.inserted += text;
    } else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === 'same') last.text += text;
      else joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

function isChange(part: DiffPart | undefined): boolean {
  return part !== undefined && part.kind !== 'same';
}
