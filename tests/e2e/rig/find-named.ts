import { join } from 'node:path';
import type { ElementHandle, Frame } from 'puppeteer-core';
import type { Named } from '../driver/tab.ts';
import { bundle } from './bundle.ts';

const SCRIPT = join(import.meta.dirname, 'named-in-page.ts');
let source: Promise<string> | undefined;

declare const findNamed: (path: readonly Named[]) => Element[];

/** The elements of a document of Firefox's that are found by following a path of names. */
export async function findNamedInFirefox(
  frame: Frame,
  path: readonly Named[],
): Promise<ElementHandle[]> {
  if (!(await frame.evaluate(() => 'findNamed' in globalThis))) {
    source ??= bundle(SCRIPT);
    // As the text of a function, which runs in a page whose own policy forbids scripts of others.
    await frame.evaluate(new Function(await source) as () => void);
  }
  const list = await frame.evaluateHandle((path) => findNamed(path), path);
  const found = [...(await list.getProperties()).values()];
  await list.dispose();
  return found.flatMap((handle) => handle.asElement() ?? []) as ElementHandle[];
}
