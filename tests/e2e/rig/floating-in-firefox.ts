import type { Page } from 'puppeteer-core';
import { createFloating, type Floating, type FloatingNode, LAST_BESIDE_BODY } from './floating.ts';

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

/** What floats over a page, by way of BiDi, which writes out closed shadow roots when asked to. */
export function floatingInFirefox(page: Page): Floating {
  const call = async (functionDeclaration: string, args: object[], serialization: object) => {
    const { connection } = page.browser() as unknown as { connection: BidiConnection };
    const { _id: context } = page.mainFrame() as unknown as { _id: string };
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration,
      arguments: args,
      target: { context },
      awaitPromise: false,
      serializationOptions: serialization,
    });
    return result.result;
  };
  return createFloating<string>({
    async read() {
      // Writing out the whole page would take long.
      const whole = { maxDomDepth: null, includeShadowTree: 'all' };
      return toFloating(await call(`() => ${LAST_BESIDE_BODY}`, [], whole));
    },
    async call(sharedId, run) {
      const text = await call(`(node) => JSON.stringify((${run})(node))`, [{ sharedId }], {});
      return JSON.parse(String(text.value));
    },
  });
}

function toFloating({ sharedId = '', value = {} }: RemoteNode): FloatingNode<string> {
  const { localName, attributes = {}, nodeValue, shadowRoot, children = [] } = value;
  return {
    localName,
    attributes,
    text: nodeValue ?? undefined,
    children: [...(shadowRoot?.value?.children ?? []), ...children].map(toFloating),
    key: sharedId,
    shadowKey: shadowRoot?.sharedId,
  };
}
