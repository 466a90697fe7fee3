import Mark from 'mark.js';
import Highlighter from 'web-highlighter';
import { COLOURS, type Colour } from '../../../lib/annotation/colour.ts';
import { createGroundFinder } from '../../../lib/highlight/ground.ts';
import { createPainter } from '../../../lib/highlight/painter.ts';
import {
  countNodes,
  nextFrame,
  type Place,
  placesIn,
  rangeOf,
  writeLongPage,
} from './long-page.ts';

/** What the painting part asks of its page. */
export interface PaintingPage {
  setUp(seed: number, count: number): Promise<number>;
  /** Paint all passages; milliseconds of the clock until the next frame, and nodes added. */
  run(contender: string): Promise<{ wall: number; nodes: number }>;
}

const CONTENDERS: Record<string, (places: readonly Place[]) => void> = {
  Waymark(places) {
    const groundOf = createGroundFinder();
    const marks = places.map((place, index) => ({
      range: rangeOf(place),
      colour: COLOURS[index % COLOURS.length] as Colour,
      ground: groundOf(place.paragraph),
      layer: 0,
    }));
    createPainter(CSS.highlights).paintPassages(marks);
  },
  'wrapper elements'(places) {
    // From the last to the first: a text node split by one wrapper keeps its beginning.
    for (const place of places.toReversed()) {
      const wrapper = document.createElement('span');
      wrapper.className = 'wrapper';
      rangeOf(place).surroundContents(wrapper);
    }
  },
  'mark.js'(places) {
    const starts = new Map<Element, number>();
    let length = 0;
    for (const paragraph of document.querySelectorAll('p')) {
      starts.set(paragraph, length);
      // mark.js counts the text nodes' own text, with the space between paragraphs.
      length += (paragraph.textContent ?? '').length + 1;
    }
    const ranges = places.map(({ paragraph, start, end }) => ({
      start: (starts.get(paragraph) ?? 0) + start,
      length: end - start,
    }));
    new Mark(document.querySelector('div') as HTMLElement).markRanges(ranges, {
      element: 'span',
      className: 'wrapper',
    });
  },
  'web-highlighter'(places) {
    const highlighter = new Highlighter({
      $root: document.querySelector('div') as HTMLElement,
      wrapTag: 'span',
      style: { className: 'wrapper' },
    });
    for (const place of places.toReversed()) highlighter.fromRange(rangeOf(place));
  },
};

let places: Place[] = [];

const page: PaintingPage = {
  async setUp(seed, count) {
    places = placesIn(writeLongPage(seed), count, seed);
    await nextFrame();
    await nextFrame();
    return places.length;
  },
  async run(contender) {
    const paint = CONTENDERS[contender];
    if (!paint) throw new Error(`No contender is called ${contender}`);
    const before = countNodes();
    const start = performance.now();
    // In a task of its own, so that the meter sees it as the page's script.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        paint(places);
        resolve();
      });
    });
    await nextFrame();
    const wall = performance.now() - start;
    return { wall, nodes: countNodes() - before };
  },
};

Object.assign(globalThis, { page });
