import type { Spanned } from './hit-test.ts';

/** How many highlights may be seen above each other; what is nested deeper shares the last layer. */
export const LAYERS = 3;

/**
 * The layer each passage is painted in, from 0: above all longer ones that it overlaps, so that a
 * highlight inside another is seen. Most passages overlap nothing, and are painted together.
 */
export function toLayers(items: readonly Spanned[]): number[] {
  const layers = items.map(() => 0);
  const order = items.map((_, index) => index);
  const spanOf = (index: number) => (items[index] as Spanned).span;
  order.sort((a, b) => spanOf(a).start - spanOf(b).start);
  let cluster: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const settle = () => {
    if (cluster.length > 1) layer(cluster);
    cluster = [];
  };
  const layer = (overlapping: number[]) => {
    const lengthOf = (index: number) => spanOf(index).end - spanOf(index).start;
    overlapping.sort((a, b) => lengthOf(b) - lengthOf(a) || a - b);
    for (const [rank, index] of overlapping.entries()) {
      let above = 0;
      for (let other = 0; other < rank && above < LAYERS; other += 1) {
        const longer = overlapping[other] as number;
        const { start, end } = spanOf(longer);
        if (start >= spanOf(index).end || end <= spanOf(index).start) continue;
        above = Math.max(above, (layers[longer] as number) + 1);
      }
      layers[index] = Math.min(above, LAYERS - 1);
    }
  };
  for (const index of order) {
    if (spanOf(index).start >= end) settle();
    cluster.push(index);
    end = Math.max(end, spanOf(index).end);
  }
  settle();
  return layers;
}
