// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { createGroundFinder } from '../../../lib/highlight/ground.ts';

afterEach(() => {
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
});

/** The ground of the innermost of nested elements with these styles, from the body inwards. */
function groundOf(...styles: string[]) {
  document.body.innerHTML = '';
  let innermost: HTMLElement = document.body;
  for (const [depth, style] of styles.entries()) {
    if (depth > 0) innermost = innermost.appendChild(document.createElement('div'));
    innermost.setAttribute('style', style);
  }
  return createGroundFinder()(innermost);
}

test.each([
  ['background-color: white', 'light'],
  ['background-color: black', 'dark'],
  ['background-color: #5c4408', 'dark'],
  ['background-color: rgb(250, 247, 240)', 'light'],
])('a text with “%s” stands on a %s ground', (style, ground) => {
  expect(groundOf(style)).toBe(ground);
});

test('what is transparent shows what is behind, up to the first that is not', () => {
  expect(groundOf('background-color: white', 'background-color: black', '', '')).toBe('dark');
  expect(groundOf('background-color: black', 'background-color: white', '')).toBe('light');
});

test('a veil changes the ground as much as it covers', () => {
  const veil = (alpha: number) => `background-color: rgba(0, 0, 0, ${alpha})`;
  expect(groundOf('background-color: white', veil(0.2))).toBe('light');
  expect(groundOf('background-color: white', veil(0.8))).toBe('dark');
  expect(groundOf('background-color: white', veil(0.4), veil(0.4))).toBe('dark');
});

test('a page that sets no colour is light, unless it says that it is dark', () => {
  expect(groundOf('')).toBe('light');
  document.documentElement.style.colorScheme = 'dark';
  expect(groundOf('')).toBe('dark');
});

test('on a picture the text’s own colour tells', () => {
  const picture = 'background-image: url("night.png");';
  expect(groundOf('', `${picture} color: white`)).toBe('dark');
  expect(groundOf('', `${picture} color: black`)).toBe('light');
  expect(groundOf('', `${picture} color: white; background-color: white`)).toBe('light');
});

test.each([
  ['color(srgb 0.1 0.1 0.1)', 'dark'],
  ['color(display-p3 0.9 0.9 0.9)', 'light'],
  ['color(srgb 0 0 0 / 0.1)', 'light'],
  ['oklch(0.95 0.1 90)', 'light'],
  ['oklab(0.2 none 0)', 'dark'],
  ['lab(93 1 2)', 'light'],
  ['lch(12 30 200 / 0.9)', 'dark'],
])('reads %s, as browsers compute modern colours', (backgroundColor, ground) => {
  const element = {
    parentElement: null,
    ownerDocument: {
      documentElement: {},
      defaultView: { getComputedStyle: () => ({ backgroundColor, backgroundImage: 'none' }) },
    },
  };
  expect(createGroundFinder()(element as unknown as Element)).toBe(ground);
});
