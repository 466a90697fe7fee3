import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { COLOURS } from '../../../lib/annotation/colour.ts';
import { LAYERS } from '../../../lib/highlight/layers.ts';
import {
  ATTENTION,
  clearPainted,
  createPainter,
  type Mark,
  PASSAGE,
  styleOf,
} from '../../../lib/highlight/painter.ts';

/** What browsers call `Highlight`: a set of ranges, and which of two is painted above. */
class FakeHighlight extends Set<AbstractRange> {
  priority = 0;
}

/** A document's registry: a map from names to highlights, of which the page may have its own. */
function createRegistry() {
  const registry = new Map<string, FakeHighlight>();
  const rangesOf = (name: string) => {
    const highlight = registry.get(name);
    return highlight && Array.from(highlight);
  };
  return { registry, rangesOf, painter: createPainter(registry as unknown as HighlightRegistry) };
}

const range = (startOffset: number): AbstractRange => ({ startOffset }) as AbstractRange;
const [a, b, c] = [range(1), range(2), range(3)] as const;

beforeEach(() => {
  vi.stubGlobal('Highlight', FakeHighlight);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('exactly the given ranges are painted, whatever was painted before', () => {
  const { painter, rangesOf } = createRegistry();
  painter.paint(PASSAGE, [a, b]);
  expect(rangesOf(PASSAGE)).toEqual([a, b]);
  painter.paint(PASSAGE, [c]);
  expect(rangesOf(PASSAGE)).toEqual([c]);
  painter.paint(PASSAGE, []);
  expect(rangesOf(PASSAGE)).toEqual([]);
});

const mark = (range: AbstractRange, wanted: Partial<Mark> = {}): Mark => ({
  range,
  colour: 'yellow',
  ground: 'light',
  layer: 0,
  ...wanted,
});

test('passages and attention do not disturb each other, and attention is painted above', () => {
  const { painter, registry, rangesOf } = createRegistry();
  painter.paintPassages([mark(a), mark(b, { layer: LAYERS - 1 })]);
  painter.paint(ATTENTION, [a]);
  const above = registry.get(ATTENTION)?.priority ?? 0;
  for (const [name, { priority }] of registry) {
    if (name !== ATTENTION) expect(priority).toBeLessThan(above);
  }
  painter.paint(ATTENTION, []);
  expect(rangesOf(PASSAGE)).toEqual([a]);
});

test('every colour, ground and layer has a name of its own', () => {
  const names = COLOURS.flatMap((colour) =>
    (['light', 'dark'] as const).flatMap((ground) =>
      Array.from({ length: LAYERS }, (_, layer) => styleOf({ colour, ground, layer })),
    ),
  );
  expect(new Set([...names, ATTENTION]).size).toBe(COLOURS.length * 2 * LAYERS + 1);
  expect(names[0]).toBe(PASSAGE);
});

test('a passage keeps no paint of the colour it had before', () => {
  const { painter, rangesOf } = createRegistry();
  painter.paintPassages([mark(a), mark(b, { colour: 'pink' })]);
  const pink = styleOf(mark(b, { colour: 'pink' }));
  expect([rangesOf(PASSAGE), rangesOf(pink)]).toEqual([[a], [b]]);
  painter.paintPassages([mark(a, { colour: 'pink' })]);
  expect([rangesOf(PASSAGE), rangesOf(pink)]).toEqual([[], [a]]);
  painter.paintPassages([]);
  expect([rangesOf(PASSAGE), rangesOf(pink)]).toEqual([[], []]);
});

test('a higher layer is painted above a lower one, whatever the colours', () => {
  const { painter, registry } = createRegistry();
  painter.paintPassages([
    mark(a, { layer: 1 }),
    mark(b, { colour: 'purple' }),
    mark(c, { colour: 'green', ground: 'dark', layer: 2 }),
  ]);
  const order = Array.from(registry)
    .sort(([, x], [, y]) => x.priority - y.priority)
    .flatMap(([, highlight]) => Array.from(highlight));
  expect(order).toEqual([b, a, c]);
});

test('what the page has cleared, or replaced, is registered again with all its ranges', () => {
  const { painter, registry, rangesOf } = createRegistry();
  painter.paint(PASSAGE, [a, b]);
  painter.paint(ATTENTION, [c]);
  registry.clear();
  painter.repair();
  expect(rangesOf(PASSAGE)).toEqual([a, b]);
  expect(rangesOf(ATTENTION)).toEqual([c]);
  registry.set(PASSAGE, new FakeHighlight());
  painter.repair();
  expect(rangesOf(PASSAGE)).toEqual([a, b]);
});

test('painting after the page has cleared or replaced everything is seen', () => {
  const { painter, registry, rangesOf } = createRegistry();
  painter.paint(PASSAGE, [a]);
  registry.clear();
  painter.paint(PASSAGE, [a, b]);
  expect(rangesOf(PASSAGE)).toEqual([a, b]);
  registry.set(PASSAGE, new FakeHighlight());
  painter.paint(PASSAGE, [b]);
  expect(rangesOf(PASSAGE)).toEqual([b]);
});

test('what is still there is not registered again: that would be painting for nothing', () => {
  const { painter, registry } = createRegistry();
  painter.paint(PASSAGE, [a]);
  const set = vi.spyOn(registry, 'set');
  painter.repair();
  expect(set).not.toHaveBeenCalled();
});

test('clearing removes what was painted, for good, and nothing of the page’s own', () => {
  const { painter, registry } = createRegistry();
  const own = new FakeHighlight();
  registry.set('own', own);
  painter.paintPassages([mark(a)]);
  painter.paint(ATTENTION, [a]);
  painter.clear();
  painter.repair();
  painter.paintPassages([]);
  expect(Array.from(registry)).toEqual([['own', own]]);
});

test('clearing leaves what another painter, of a script that took over, has painted since', () => {
  const { painter, registry } = createRegistry();
  painter.paint(PASSAGE, [a]);
  const other = new FakeHighlight();
  registry.set(PASSAGE, other);
  painter.clear();
  expect(Array.from(registry)).toEqual([[PASSAGE, other]]);
});

test('what a script that is gone has painted is cleared by any name it may have had', () => {
  const { painter, registry } = createRegistry();
  const own = new FakeHighlight();
  registry.set('own', own);
  const styles = COLOURS.flatMap((colour) =>
    (['light', 'dark'] as const).flatMap((ground) =>
      [0, 1, 2].map((layer) => mark(a, { colour, ground, layer })),
    ),
  );
  painter.paintPassages(styles);
  painter.paint(ATTENTION, [a]);
  painter.paint('wm-z', [a]);
  clearPainted(registry as unknown as HighlightRegistry);
  expect(Array.from(registry)).toEqual([['own', own]]);
});

test('the names in the page’s registry say nothing of what is behind them', () => {
  const { painter, registry } = createRegistry();
  painter.paintPassages([mark(a), mark(b, { colour: 'green', layer: 2 })]);
  painter.paint(ATTENTION, [a]);
  expect(registry.size).toBe(3);
  for (const name of registry.keys()) expect(name).toMatch(/^wm-[a-z]\d?$/);
});
