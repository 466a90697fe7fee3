/** What a text stands on. */
export type Ground = 'light' | 'dark';

/** Lighter than this, from 0 to 1, is a light ground: there black text has the greater contrast. */
const MIDDLE = 0.5;

/**
 * A function that says whether the text of an element stands on a light or a dark ground: on the
 * colours behind it, from its own outwards to the first opaque one, or to the page's canvas.
 * Where the ground is a picture, the text's own colour tells: it was chosen to be read there.
 *
 * It remembers what it has seen, so that one serves for all passages of one painting.
 */
export function createGroundFinder(): (element: Element) => Ground {
  const known = new Map<Element, number>();
  const lightnessBehind = (element: Element): number => {
    const seen = known.get(element);
    if (seen !== undefined) return seen;
    const style = element.ownerDocument.defaultView?.getComputedStyle(element);
    const { lightness, alpha } = toLightness(style?.backgroundColor ?? '');
    let behind = 0;
    if (alpha < 1) {
      const { parentElement } = element;
      if (style && /url|gradient/.test(style.backgroundImage)) {
        behind = toLightness(style.color).lightness > MIDDLE ? 0 : 1;
      } else behind = parentElement ? lightnessBehind(parentElement) : canvasOf(element);
    }
    const result = alpha * lightness + (1 - alpha) * behind;
    known.set(element, result);
    return result;
  };
  return (element) => (lightnessBehind(element) > MIDDLE ? 'light' : 'dark');
}

/** The lightness of a page that sets no colour: white, unless it says that it can be dark. */
function canvasOf({ ownerDocument }: Element): number {
  const view = ownerDocument.defaultView;
  const scheme = view?.getComputedStyle(ownerDocument.documentElement).colorScheme ?? '';
  if (!/\bdark\b/.test(scheme)) return 1;
  if (!/\blight\b/.test(scheme)) return 0;
  return view?.matchMedia('(prefers-color-scheme: dark)').matches ? 0 : 1;
}

/**
 * How light a computed colour looks, from 0 to 1, and how opaque it is. Browsers compute colours
 * to `rgb()` (0 to 255), to `color()` of a space with red, green and blue (0 to 1), or to `lab()`,
 * `oklch()` and their kin, which begin with the lightness: up to 100, or up to 1 with an `o`.
 */
function toLightness(colour: string): { lightness: number; alpha: number } {
  const [, kind = '', list = ''] = /^(\w+)\((?:[a-z][\w-]* )?(.*)\)$/.exec(colour) ?? [];
  if (kind === '') return { lightness: 0, alpha: 0 };
  const numbers = list.match(/none|-?[\d.]+(?:e-?\d+)?/g)?.map((text) => Number(text) || 0) ?? [];
  const [x = 0, y = 0, z = 0, alpha = 1] = numbers;
  if (kind.startsWith('l')) return { lightness: x / 100, alpha };
  if (kind.startsWith('o')) return { lightness: x, alpha };
  const most = kind === 'color' ? 1 : 255;
  return { lightness: (0.299 * x + 0.587 * y + 0.114 * z) / most, alpha };
}
