import type { Annotation } from '../lib/annotation/annotation.ts';
import { colourOf } from '../lib/annotation/colour.ts';
import { say } from '../lib/language/say.ts';
import { type ColourNames, nameOf } from './colour-name.ts';
import { element, iconOf } from './element.ts';
import { faceOf } from './kind-face.ts';

export interface MarginMarkProps {
  annotation: Annotation;
  colourNames: ColourNames;
  /** What the page is like behind it. */
  ground: 'light' | 'dark';
}

/**
 * Draw the mark of an annotation in the margin: its kind as a drawing, its colour as the ground. It
 * is named by both, and by nothing that the reader wrote about the passage.
 */
export function drawMarginMark(
  button: HTMLElement,
  { annotation, colourNames, ground }: MarginMarkProps,
): void {
  const { drawing, label } = faceOf(annotation);
  const colour = colourOf(annotation.target);
  button.dataset.colour = colour;
  button.style.colorScheme = `only ${ground}`;
  button.setAttribute('aria-label', say('marginMark', label, nameOf(colour, colourNames)));
  button.replaceChildren(element('span', { class: 'patch' }, iconOf(drawing)));
}
