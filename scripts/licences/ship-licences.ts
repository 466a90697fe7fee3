import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BundledPackages } from './bundled-packages.ts';
import { listRefusals, readPackage, toThirdPartyList } from './third-party.ts';

/** The name of the list in the extension: the browser shows a text, and would download Markdown. */
export const SHIPPED_LIST = 'third-party.txt';

const OWN_LICENCE = join(import.meta.dirname, '..', '..', 'LICENSE');

/**
 * Write the list of what was bundled, with its licences, into the finished build.
 *
 * @throws Error when one of them is not allowed: there is then no build to ship.
 */
export function shipLicences(bundled: BundledPackages, build: string): void {
  const ours = readFileSync(OWN_LICENCE, 'utf8');
  // The same text as everyone's, from where it stops to say whose licence it is.
  const mitText = ours.slice(ours.indexOf('Permission is hereby granted'));
  const packages = bundled.listFolders().map((folder) => readPackage(folder, mitText));
  const refusals = listRefusals(packages);
  if (refusals.length > 0) throw new Error(refusals.join('\n'));
  // The browser is told of no encoding, and takes this mark for one.
  writeFileSync(join(build, SHIPPED_LIST), `\uFEFF${toThirdPartyList(packages)}`);
}
