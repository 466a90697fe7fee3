import { describe } from '../../../lib/anchoring/describe.ts';
import { type Edited, type EditRates, edit, type Truth, UNEDITED } from '../text/edits.ts';
import { createWriter } from '../text/prose.ts';
import { drawQuotes, type Quote } from '../text/quotes.ts';
import { createRandom, type Random } from '../text/random.ts';
import type { Described } from './contenders.ts';

export interface CaseOptions {
  seed: number;
  /** How many texts, and how many words and passages in each. */
  texts: number;
  words: number;
  quotes: number;
  /** Share of characters edited; above nothing, paragraphs are moved, inserted and deleted too. */
  edited: number;
  /** Links and emphasis: how many elements a paragraph has in it, on average. */
  inline: number;
  /** How paragraphs are marked up: each a `<p>`, or as Blogger's own editor leaves them. */
  markup?: 'paragraphs' | 'blogger';
}

/** A text of a case on the page, and the passages to find in it. */
export interface CaseText {
  root: Element;
  /** The text as it is now. */
  text: string;
  passages: { described: Described; truth: Truth | undefined }[];
}

const CONTEXT_LENGTH = 32;
const PARAGRAPHS_EDITED = { moved: 0.04, inserted: 0.03, deleted: 0.02 };

/** Write the texts of a case, describe passages in them, edit them and put them on the page. */
export function setUpCase(options: CaseOptions): CaseText[] {
  const { seed, texts, words, quotes, edited, inline, markup } = options;
  const toDom = markup === 'blogger' ? toBloggerDom : toParagraphs;
  const random = createRandom(seed);
  const writer = createWriter(random);
  const rates: EditRates = edited > 0 ? { ...PARAGRAPHS_EDITED, characters: edited } : UNEDITED;
  document.body.replaceChildren();
  const cases = Array.from({ length: texts }, () => {
    const paragraphs = writer.paragraphs(words);
    const drawn = drawQuotes(paragraphs, quotes, random);
    const after = edit(paragraphs, rates, random, writer);
    return toCaseText(paragraphs, drawn, after, toDom(after.paragraphs, inline, random));
  });
  document.body.append(...cases.map(({ root }) => root));
  return cases;
}

function toCaseText(
  paragraphs: readonly string[],
  quotes: readonly Quote[],
  after: Edited,
  root: Element,
): CaseText {
  const before = paragraphs.join(' ');
  const offsets: number[] = [];
  let offset = 0;
  for (const paragraph of paragraphs) {
    offsets.push(offset);
    offset += paragraph.length + 1;
  }
  const passages = quotes.map((quote) => {
    const at = offsets[quote.paragraph] as number;
    return {
      described: describeForAll(before, at, quote),
      truth: after.truthOf(quote),
    };
  });
  return { root, text: after.paragraphs.join(' '), passages };
}

function describeForAll(text: string, offset: number, place: Quote): Described {
  const [start, end] = [offset + place.start, offset + place.end];
  const paragraph = `/div[1]/p[${place.paragraph + 1}]`;
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(start - CONTEXT_LENGTH, 0), start),
      suffix: text.slice(end, end + CONTEXT_LENGTH),
    },
    position: { type: 'TextPositionSelector', start, end },
    range: {
      type: 'RangeSelector',
      startContainer: paragraph,
      startOffset: place.start,
      endContainer: paragraph,
      endOffset: place.end,
    },
    selectors: describe(text, { start, end }),
  };
}

/** Paragraphs with one space between them, so that every contender reads the same text. */
function toParagraphs(paragraphs: readonly string[], inline: number, random: Random): Element {
  const root = document.createElement('div');
  for (const text of paragraphs) {
    const paragraph = document.createElement('p');
    paragraph.append(...withInline(text.split(' '), random.between(0, 2 * inline)));
    if (root.firstChild) root.append(' ');
    root.append(paragraph);
  }
  return root;
}

/**
 * One element around everything, text between `<br>` and `<br>`, every fifth paragraph in a `<div>`
 * and a `<span>` of its own: the same text still, for there is a space where two lines meet.
 */
function toBloggerDom(paragraphs: readonly string[], inline: number, random: Random): Element {
  const root = document.createElement('div');
  const around = root.appendChild(document.createElement('div'));
  around.dir = 'ltr';
  paragraphs.forEach((text, index) => {
    const pieces = withInline(text.split(' '), random.between(0, 2 * inline));
    if (index > 0) around.append(' ');
    if (index % 5 === 4) {
      const block = around.appendChild(document.createElement('div'));
      block.appendChild(document.createElement('span')).append(...pieces);
    } else {
      around.append(...pieces);
    }
    around.append(document.createElement('br'), document.createElement('br'));
  });
  return root;
}

/** The words, evenly parted by so many elements that hold three of them each. */
function withInline(words: readonly string[], count: number): (string | Element)[] {
  const share = Math.floor(words.length / (count + 1));
  if (count === 0 || share < 5) return [words.join(' ')];
  const pieces: (string | Element)[] = [];
  let from = 0;
  for (let index = 1; index <= count; index += 1) {
    const at = index * share;
    const element = document.createElement('em');
    element.textContent = words.slice(at, at + 3).join(' ');
    pieces.push(`${from > 0 ? ' ' : ''}${words.slice(from, at).join(' ')} `, element);
    from = at + 3;
  }
  if (from < words.length) pieces.push(` ${words.slice(from).join(' ')}`);
  return pieces;
}
