import type { Page as ChromiumPage } from '@playwright/test';
import type { Page as FirefoxPage } from 'puppeteer-core';

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
 * The place of the button with this name, if the page has one, in a closed shadow root too: a
 * reader sees and presses what is there, but the drivers' locators cannot reach it. It is found
 * as assistive technology finds it.
 */
export async function findButtonInChromium(
  page: ChromiumPage,
  name: string,
): Promise<ButtonPlace | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const button = nodes.find((node) => node.role?.value === 'button' && node.name?.value === name);
    if (!button?.backendDOMNodeId) return undefined;
    const backendNodeId = button.backendDOMNodeId;
    // A button that has just gone still stands in the tree for a moment, but has no box.
    const box = await session.send('DOM.getBoxModel', { backendNodeId }).catch(() => undefined);
    if (!box) return undefined;
    const { model } = box;
    const [left = 0, top = 0] = model.border;
    const { width, height } = model;
    return { x: left + width / 2, y: top + height / 2, width, height };
  } finally {
    await session.detach();
  }
}

/** What BiDi tells of a node, as far as it matters here. */
interface RemoteNode {
  sharedId?: string;
  value?: {
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: RemoteNode[];
    shadowRoot?: RemoteNode | null;
  };
}

/** The protocol below puppeteer, which has it but does not show it in its types. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: { result: RemoteNode } }>;
}

/**
 * The same in Firefox. BiDi has no accessibility tree, but tells of closed shadow roots when it
 * writes out a document; the name is taken from `aria-label`, else from the text.
 */
export async function findButtonInFirefox(
  page: FirefoxPage,
  name: string,
): Promise<ButtonPlace | undefined> {
  const { call, floating } = await readFloatingInFirefox(page);
  const button = findNode(floating, (node) => {
    return node.value?.localName === 'button' && nameOf(node).trim() === name;
  });
  if (!button) return undefined;
  const middle = `(button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return JSON.stringify({ x: x + width / 2, y: y + height / 2, width, height });
  }`;
  const answer = await call(middle, [{ sharedId: button.sharedId }], {});
  return JSON.parse(String(answer.result.result.value));
}

/**
 * What Waymark has a screen reader say just now: the text of the live region on the page, also in
 * a closed shadow root; undefined when there is none.
 */
export async function readVoiceInChromium(page: ChromiumPage): Promise<string | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const textIn = (node: (typeof nodes)[number] | undefined): string =>
      node?.role?.value === 'StaticText'
        ? String(node.name?.value)
        : (node?.childIds ?? []).map((id) => textIn(byId.get(id))).join('');
    const voice = nodes.find(({ role }) => role?.value === 'status');
    return voice && textIn(voice);
  } finally {
    await session.detach();
  }
}

/** The same in Firefox, of what floats over the page last. */
export async function readVoiceInFirefox(page: FirefoxPage): Promise<string | undefined> {
  const { floating } = await readFloatingInFirefox(page);
  const voice = findNode(floating, ({ value }) => value?.attributes?.role === 'status');
  return voice && textOf(voice);
}

/** What stands in the closed shadow root of what floats over the page last, as HTML. */
export async function readFloatingHtmlInChromium(page: ChromiumPage): Promise<string | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const page = root.children?.find(({ localName }) => localName === 'html');
    const [shadow] = page?.children?.at(-1)?.shadowRoots ?? [];
    if (!shadow) return undefined;
    const { object } = await session.send('DOM.resolveNode', { nodeId: shadow.nodeId });
    if (!object.objectId) return undefined;
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: 'function () { return this.innerHTML; }',
    });
    return String(result.value);
  } finally {
    await session.detach();
  }
}

/** The same in Firefox. */
export async function readFloatingHtmlInFirefox(page: FirefoxPage): Promise<string | undefined> {
  const { call, floating } = await readFloatingInFirefox(page);
  const sharedId = floating.value?.shadowRoot?.sharedId;
  if (!sharedId) return undefined;
  const answer = await call('(root) => root.innerHTML', [{ sharedId }], {});
  return String(answer.result.result.value);
}

/** What floats over the page last, and a way to call functions on parts of it. */
async function readFloatingInFirefox(page: FirefoxPage) {
  const { connection } = page.browser() as unknown as { connection: BidiConnection };
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const call = (functionDeclaration: string, args: object[], serializationOptions: object) =>
    connection.send('script.callFunction', {
      functionDeclaration,
      arguments: args,
      target: { context },
      awaitPromise: false,
      serializationOptions,
    });
  // Writing out the whole page would take long; what floats over it stands beside its body. The
  // method comes from its prototype, since a form of the page may have taken its name.
  const last = "() => Document.prototype.querySelector.call(document, ':root > :last-child')";
  const tree = await call(last, [], {
    maxDomDepth: null,
    includeShadowTree: 'all',
  });
  return { call, floating: tree.result.result };
}

function findNode(
  node: RemoteNode,
  isWanted: (node: RemoteNode) => boolean,
): RemoteNode | undefined {
  if (isWanted(node)) return node;
  for (const child of childrenOf(node)) {
    const found = findNode(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

function nameOf(node: RemoteNode): string {
  return node.value?.attributes?.['aria-label'] ?? textOf(node);
}

function textOf(node: RemoteNode): string {
  return node.value?.nodeValue ?? childrenOf(node).map(textOf).join('');
}

function childrenOf({ value }: RemoteNode): RemoteNode[] {
  return [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])];
}
