/*
 * Elements for the blog's own page, where Preact would be a fifth of what every page loads. What is
 * made here goes into a closed shadow root: a page's scripts can find its text, so text is never
 * the reader's, but they can not read its attributes.
 */

/** Attributes and, as functions, listeners by their events; what is false or undefined is left out. */
type Properties = Readonly<Record<string, string | number | boolean | undefined | Listener>>;
type Listener = (event: never) => void;

/** An element with what is in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: (Node | string | false | undefined)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name, value as EventListener);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== undefined && value !== false) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== undefined && child !== false));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing as an icon, which means nothing alone: the control around it says what it does. */
export function iconOf(drawing: string): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', drawing);
  icon.append(path);
  return icon;
}

/** A press on a button would otherwise clear the selection that the button is about. */
export function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}
