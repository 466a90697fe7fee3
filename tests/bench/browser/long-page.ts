import { createWriter } from '../text/prose.ts';
import { createRandom } from '../text/random.ts';

/** A passage in a paragraph's only text node. */
export interface Place {
  paragraph: Element;
  start: number;
  end: number;
}

const WORDS = 100_000;

/** Put 100,000 words on the page. */
export function writeLongPage(seed: number): Element[] {
  const root = document.createElement('div');
  const paragraphs = createWriter(createRandom(seed))
    .paragraphs(WORDS)
    .map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    });
  root.append(...paragraphs.flatMap((paragraph) => [paragraph, ' ']));
  document.body.replaceChildren(root);
  return paragraphs;
}

/**
 * Passages of 4 to 8 words, as many as asked for, spread over the paragraphs, that neither touch
 * nor overlap: what wraps text in elements has it easiest so.
 */
export function placesIn(paragraphs: readonly Element[], count: number, seed: number): Place[] {
  const random = createRandom(seed);
  const each = Math.max(1, Math.ceil(count / paragraphs.length));
  const step = Math.max(1, Math.floor((paragraphs.length * each) / count));
  const places: Place[] = [];
  for (let at = 0; places.length < count && at < paragraphs.length; at += step) {
    const paragraph = paragraphs[at] as Element;
    const words = Array.from((paragraph.textContent ?? '').matchAll(/\w+/g));
    const room = Math.floor(words.length / each);
    for (let index = 0; index < each && places.length < count; index += 1) {
      const length = random.between(4, Math.min(8, room - 1));
      const first = words[index * room];
      const last = words[index * room + length - 1];
      if (!first || !last) continue;
      places.push({ paragraph, start: first.index, end: last.index + last[0].length });
    }
  }
  return places;
}

export function rangeOf({ paragraph, start, end }: Place): Range {
  const text = paragraph.firstChild as Text;
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

/** Until the next frame is drawn and what came with it is done. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(undefined);
    });
  });
}

/** Nodes of every kind in the page's body. */
export function countNodes(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ALL);
  let count = 0;
  while (walker.nextNode()) count += 1;
  return count;
}
