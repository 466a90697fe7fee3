import type { CDPSession, Page } from '@playwright/test';
import { createFloating, type Floating, type FloatingNode, LAST_BESIDE_BODY } from './floating.ts';

/** As much as DevTools tells of a node. */
interface DevToolsNode {
  backendNodeId: number;
  localName: string;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: DevToolsNode[];
  shadowRoots?: DevToolsNode[];
}

const TEXT = 3;

/** What floats over a page, by way of the DevTools protocol. */
export function floatingInChromium(page: Page): Floating {
  let opened: Promise<CDPSession> | undefined;
  const session = () => {
    opened ??= page.context().newCDPSession(page);
    return opened;
  };
  return createFloating<number>({
    async read() {
      const devTools = await session();
      const { result } = await devTools.send('Runtime.evaluate', { expression: LAST_BESIDE_BODY });
      if (!result.objectId) return undefined;
      const { objectId } = result;
      const about = { objectId, depth: -1, pierce: true };
      // The page may go elsewhere while it is read.
      const told = await devTools.send('DOM.describeNode', about).catch(() => undefined);
      return told && toFloating(told.node);
    },
    async call(backendNodeId, run) {
      const devTools = await session();
      // One that has just gone stands nowhere.
      const found = await devTools
        .send('DOM.resolveNode', { backendNodeId })
        .catch(() => undefined);
      if (!found?.object.objectId) return undefined;
      const { result } = await devTools.send('Runtime.callFunctionOn', {
        objectId: found.object.objectId,
        functionDeclaration: `function () { return (${run})(this); }`,
        returnByValue: true,
      });
      return result.value;
    },
  });
}

function toFloating(node: DevToolsNode): FloatingNode<number> {
  const { localName, attributes = [], children = [], shadowRoots = [] } = node;
  const named: Record<string, string> = {};
  for (let at = 0; at < attributes.length; at += 2) {
    named[attributes[at] ?? ''] = attributes[at + 1] ?? '';
  }
  const inShadow = shadowRoots.flatMap((root) => root.children ?? []);
  return {
    localName,
    attributes: named,
    text: node.nodeType === TEXT ? node.nodeValue : undefined,
    children: [...inShadow, ...children].map(toFloating),
    key: node.backendNodeId,
    shadowKey: shadowRoots[0]?.backendNodeId,
  };
}
