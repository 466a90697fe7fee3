/**
 * Reading a page that may be clobbered: `<img name="querySelectorAll">` hides that method of its
 * document, `<input name="closest">` that of its form. What a prototype holds cannot be hidden, and
 * it is asked of the node itself so that documents of other windows work too.
 */

function prototypeOf<T extends Node>(node: T): T {
  return Object.getPrototypeOf(node);
}

function read<T extends Node, K extends keyof T>(node: T, property: K): T[K] {
  return Reflect.get(prototypeOf(node), property, node);
}

/** The elements below a node that match, in document order. */
export function listElements(root: Document | Element, selector: string): Element[] {
  return Array.from(prototypeOf<Document | Element>(root).querySelectorAll.call(root, selector));
}

/** The nearest match among an element and its ancestors. */
export function findClosest(element: Element, selector: string): Element | undefined {
  return prototypeOf(element).closest.call(element, selector) ?? undefined;
}

export function isWithin(element: Element, ancestor: Element): boolean {
  return prototypeOf(ancestor).contains.call(ancestor, element);
}

export function matches(element: Element, selector: string): boolean {
  return prototypeOf(element).matches.call(element, selector);
}

export function findParent(element: Element): Element | undefined {
  return read(element, 'parentElement') ?? undefined;
}

/** An attribute's value; undefined when it is missing. */
export function attributeOf(element: Element, name: string): string | undefined {
  return prototypeOf(element).getAttribute.call(element, name) ?? undefined;
}

/** How long the text below an element is, white space and all, in UTF-16 units. */
export function textLengthOf(element: Element): number {
  return (read(element, 'textContent') ?? '').length;
}

/** The text below an element on one line, without white space around it. */
export function lineOf(element: Element): string {
  return (read(element, 'textContent') ?? '').replace(/\s+/g, ' ').trim();
}
