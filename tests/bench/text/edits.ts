import type { Writer } from './prose.ts';
import type { Quote } from './quotes.ts';
import type { Random } from './random.ts';

/** How much an author changed. Shares from 0 to 1. */
export interface EditRates {
  /** Characters of kept paragraphs inserted, deleted or replaced, a third each. */
  characters: number;
  /** Paragraphs put somewhere else. */
  moved: number;
  /** New paragraphs put in, by the number of old ones. */
  inserted: number;
  /** Paragraphs taken out. */
  deleted: number;
}

export const UNEDITED: EditRates = { characters: 0, moved: 0, inserted: 0, deleted: 0 };

/** Where a passage stands after an edit; undefined when its paragraph was taken out. */
export interface Truth {
  /** From its first surviving character to its last. */
  start: number;
  end: number;
  /** The same with what was typed right at its edges, which may be counted in or not. */
  widest: { start: number; end: number };
}

export interface Edited {
  paragraphs: string[];
  /** Offsets in the paragraphs joined by one space. */
  truthOf(quote: Quote): Truth | undefined;
}

/** A paragraph after an edit, and where each boundary between its old characters went. */
interface EditedParagraph {
  text: string;
  /** For each old character, where it is now, or where it would be; its length at the end. */
  places: Int32Array;
  /** Whether the old character is still there, perhaps replaced. */
  kept: Uint8Array;
}

/** Edit a text as rates say, keeping track of where every character went. */
export function edit(
  paragraphs: readonly string[],
  rates: EditRates,
  random: Random,
  writer: Writer,
): Edited {
  const order: (number | string)[] = [];
  const moved: number[] = [];
  paragraphs.forEach((_, index) => {
    if (random.chance(rates.deleted)) return;
    if (random.chance(rates.moved)) moved.push(index);
    else order.push(index);
  });
  for (const index of moved) order.splice(random.between(0, order.length), 0, index);
  const insertions = paragraphs.filter(() => random.chance(rates.inserted)).length;
  for (let count = 0; count < insertions; count += 1) {
    order.splice(random.between(0, order.length), 0, writer.paragraph());
  }

  const texts: string[] = [];
  const known = new Map<number, EditedParagraph & { offset: number }>();
  let offset = 0;
  for (const entry of order) {
    let text: string;
    if (typeof entry === 'string') {
      text = entry;
    } else {
      const changed = editParagraph(paragraphs[entry] as string, rates.characters, random);
      known.set(entry, { ...changed, offset });
      text = changed.text;
    }
    texts.push(text);
    offset += text.length + 1;
  }
  return {
    paragraphs: texts,
    truthOf(quote) {
      const paragraph = known.get(quote.paragraph);
      return paragraph && truthIn(paragraph, quote, paragraph.offset);
    },
  };
}

function editParagraph(text: string, rate: number, random: Random): EditedParagraph {
  const places = new Int32Array(text.length + 1);
  const kept = new Uint8Array(text.length);
  let out = '';
  const letter = () => String.fromCharCode(97 + random.between(0, 25));
  for (let at = 0; at < text.length; at += 1) {
    const kind = random.chance(rate) ? random.between(0, 2) : -1;
    if (kind === 0) out += letter();
    places[at] = out.length;
    if (kind === 1) continue;
    const unit = kind === 2 ? letter() : (text[at] as string);
    // No edit leaves two spaces in a row, nor one at an edge: a page would show one, or none.
    if (unit === ' ' && (out === '' || out.endsWith(' '))) continue;
    out += unit;
    kept[at] = 1;
  }
  if (out.endsWith(' ')) {
    out = out.slice(0, -1);
    kept[kept.lastIndexOf(1)] = 0;
  }
  places[text.length] = out.length;
  return { text: out, places, kept };
}

/**
 * Where a quote is now. The next old character on each side bounds what may be counted in: between
 * it and the quote there is only what was typed or taken out right at the edge.
 */
function truthIn(
  { places, kept }: EditedParagraph,
  { start, end }: Quote,
  offset: number,
): Truth | undefined {
  let first = start;
  while (first < end && !kept[first]) first += 1;
  let last = end - 1;
  while (last > first && !kept[last]) last -= 1;
  if (first >= end) return undefined;
  let before = start - 1;
  while (before >= 0 && !kept[before]) before -= 1;
  let after = end;
  while (after < kept.length && !kept[after]) after += 1;
  const place = (at: number) => (places[at] as number) + offset;
  return {
    start: place(first),
    end: place(last) + 1,
    widest: {
      start: before >= 0 ? place(before) + 1 : offset,
      end: place(after),
    },
  };
}
