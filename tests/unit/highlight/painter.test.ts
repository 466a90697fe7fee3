import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ATTENTION, createPainter, PASSAGE } from '../../../lib/highlight/painter.ts';

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

test('the two styles do not disturb each other, and attention is painted above', () => {
  const { painter, registry, rangesOf } = createRegistry();
  painter.paint(PASSAGE, [a, b]);
  painter.paint(ATTENTION, [a]);
  painter.paint(ATTENTION, []);
  expect(rangesOf(PASSAGE)).toEqual([a, b]);
  const above = registry.get(ATTENTION)?.priority ?? 0;
  expect(above).toBeGreaterThan(registry.get(PASSAGE)?.priority ?? 0);
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
  painter.paint(PASSAGE, [a]);
  painter.paint(ATTENTION, [a]);
  painter.clear();
  painter.repair();
  expect(Array.from(registry)).toEqual([['own', own]]);
});

test('the names in the page’s registry say nothing of what is behind them', () => {
  const { painter, registry } = createRegistry();
  painter.paint(PASSAGE, [a]);
  painter.paint(ATTENTION, [a]);
  for (const name of registry.keys()) expect(name).toMatch(/^wm-[a-z]$/);
});
