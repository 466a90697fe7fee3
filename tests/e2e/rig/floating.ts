/** A place in the viewport, in CSS pixels: where the mouse is to press. */
export interface Point {
  x: number;
  y: number;
}

/** The middle of a button, and its size. */
export interface ButtonPlace extends Point {
  width: number;
  height: number;
}

/**
 * What floats over a page of the blog last, also in a closed shadow root: a reader sees and presses
 * what is there, but the drivers' locators cannot reach it.
 */
export interface Floating {
  /** The place of the button with this name, if there is one. */
  findButton(name: string): Promise<ButtonPlace | undefined>;
  /** The text of the live region, which a screen reader says; undefined when there is none. */
  voice(): Promise<string | undefined>;
  /** What stands in the shadow root, as HTML; undefined when there is none. */
  html(): Promise<string | undefined>;
}

/** A node of it, however a browser has told of it. */
export interface FloatingNode<Key> {
  localName: string | undefined;
  attributes: Readonly<Record<string, string>>;
  /** What a text says. */
  text: string | undefined;
  children: readonly FloatingNode<Key>[];
  /** By what the browser knows the node; the same for its shadow root. */
  key: Key;
  shadowKey: Key | undefined;
}

/** What a browser can say of the page. */
export interface FloatingSource<Key> {
  /** What stands last beside the body, the shadow root's children among its own. */
  read(): Promise<FloatingNode<Key> | undefined>;
  /** Call a function, sent as text, on a node. A node that has just gone answers `undefined`. */
  call(key: Key, run: string): Promise<unknown>;
}

/** Where to find it; its method comes from the prototype, as a form may have taken its name. */
export const LAST_BESIDE_BODY =
  "Document.prototype.querySelector.call(document, ':root > :last-child')";

const PLACE = `(button) => {
  const { x, y, width, height } = button.getBoundingClientRect();
  return width > 0 && { x: x + width / 2, y: y + height / 2, width, height };
}`;

export function createFloating<Key>({ read, call }: FloatingSource<Key>): Floating {
  return {
    async findButton(name) {
      const button = findNode(
        await read(),
        (node) => node.localName === 'button' && nameOf(node).trim() === name,
      );
      return button && (((await call(button.key, PLACE)) || undefined) as ButtonPlace | undefined);
    },
    async voice() {
      const voice = findNode(await read(), ({ attributes }) => attributes.role === 'status');
      return voice && textOf(voice);
    },
    async html() {
      const key = (await read())?.shadowKey;
      return key === undefined ? undefined : String(await call(key, '(root) => root.innerHTML'));
    },
  };
}

function findNode<Key>(
  node: FloatingNode<Key> | undefined,
  isWanted: (node: FloatingNode<Key>) => boolean,
): FloatingNode<Key> | undefined {
  if (!node || isWanted(node)) return node;
  for (const child of node.children) {
    const found = findNode(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

function nameOf(node: FloatingNode<unknown>): string {
  return node.attributes['aria-label'] ?? textOf(node);
}

function textOf({ text, children }: FloatingNode<unknown>): string {
  return text ?? children.map(textOf).join('');
}
