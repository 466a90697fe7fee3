import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLOURS } from '../../../lib/annotation/colour.ts';
import { LAYERS } from '../../../lib/highlight/layers.ts';
import { ATTENTION, styleOf } from '../../../lib/highlight/painter.ts';

const CSS = join(import.meta.dirname, '../../../entrypoints/blog.content/highlight.css');
const [plain = '', forced = ''] = readFileSync(CSS, 'utf8')
  .replace(/\/\*.*?\*\//gs, '')
  .split('@media (forced-colors: active)');

/** The declarations of every highlight in a style sheet, by the highlight's name. */
function rulesIn(css: string): Map<string, Record<string, string>> {
  const rules = new Map<string, Record<string, string>>();
  for (const [, selectors = '', body = ''] of css.matchAll(/((?:::highlight[^{]*))\{([^}]*)\}/g)) {
    const declarations = Object.fromEntries(
      Array.from(body.matchAll(/([\w-]+):\s*([^;]+);/g), ([, name, value]) => [name, value]),
    );
    for (const [, name = ''] of selectors.matchAll(/::highlight\(([\w-]+)\)/g)) {
      rules.set(name, { ...rules.get(name), ...declarations });
    }
  }
  return rules;
}

const rules = rulesIn(plain);
const forcedRules = rulesIn(forced);

/** Relative luminance of `#rrggbb`, by WCAG 2.2. */
function luminanceOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, from 1 to 21. */
function contrastOf(a: string, b: string): number {
  const [dark, light] = [luminanceOf(a), luminanceOf(b)].toSorted((x, y) => x - y) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** The same in every browser, so that it can be read here. */
const HEX = /^#[\da-f]{6}$/;

function colouringOf(name: string) {
  const { 'background-color': paper = '', color: ink = '', ...rest } = rules.get(name) ?? {};
  const [, kind = '', line = ''] =
    /^underline (\w+) \dpx (#[\da-f]{6})$/.exec(rest['text-decoration'] ?? '') ?? [];
  return { paper, ink, kind, line };
}

describe.each(['light', 'dark'] as const)('on a %s ground', (ground) => {
  test.each(COLOURS)('%s is read easily, and its underline seen', (colour) => {
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const { paper, ink, line } = colouringOf(styleOf({ colour, ground, layer }));
      for (const each of [paper, ink, line]) expect(each).toMatch(HEX);
      expect(contrastOf(ink, paper)).toBeGreaterThanOrEqual(4.5);
      expect(contrastOf(line, paper)).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(COLOURS)('%s is as light or dark as what is around it', (colour) => {
    const { paper } = colouringOf(styleOf({ colour, ground, layer: 0 }));
    const [near, far] = ground === 'light' ? ['#ffffff', '#000000'] : ['#000000', '#ffffff'];
    expect(contrastOf(paper, near)).toBeLessThan(contrastOf(paper, far));
  });

  test('the colours are told apart by their underlines alone', () => {
    const kinds = COLOURS.map((colour) => colouringOf(styleOf({ colour, ground, layer: 0 })).kind);
    expect(kinds).toEqual(['solid', 'double', 'dotted', 'dashed', 'wavy']);
  });
});

test('a passage that was jumped to is read easily', () => {
  const { paper, ink } = colouringOf(ATTENTION);
  expect(contrastOf(ink, paper)).toBeGreaterThanOrEqual(4.5);
});

test('under forced colours every highlight has the system’s, and keeps its kind of underline', () => {
  for (const name of rules.keys()) {
    const { 'background-color': paper, color: ink, ...rest } = forcedRules.get(name) ?? {};
    expect([paper, ink], name).toEqual(
      name === ATTENTION ? ['Highlight', 'HighlightText'] : ['Mark', 'MarkText'],
    );
    expect(rest).not.toHaveProperty('text-decoration');
    expect(rest).not.toHaveProperty('text-decoration-style');
  }
});

test('what is painted is styled, and nothing else is', () => {
  const painted = COLOURS.flatMap((colour) =>
    (['light', 'dark'] as const).flatMap((ground) =>
      Array.from({ length: LAYERS }, (_, layer) => styleOf({ colour, ground, layer })),
    ),
  );
  expect(new Set(rules.keys())).toEqual(new Set([...painted, ATTENTION]));
});
