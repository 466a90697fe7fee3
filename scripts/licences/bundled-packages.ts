import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Modules that tools make up while they build, by the package whose code those hold. */
const MADE_UP: readonly [id: RegExp, by: string][] = [
  [/^\0rolldown\//, 'rolldown'],
  [/^\0?vite\//, 'vite'],
  [/^\0?virtual:wxt/, 'wxt'],
];

const PACKAGES = join(import.meta.dirname, '..', '..', 'node_modules');

/** What a build has put into its bundles. */
export interface BundledPackages {
  /** To be added to the build, and to that of its workers. */
  plugin: Plugin;
  /** The folders of the packages of which anything is left in a bundle. */
  listFolders(): string[];
}

/** Watch a build for the packages that it bundles: what package.json names may be more, or less. */
export function watchBundledPackages(): BundledPackages {
  const folders = new Set<string>();
  return {
    listFolders: () => [...folders].sort(),
    plugin: {
      name: 'watch-bundled-packages',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
            // Of a style sheet, which goes into a file of its own, no length is told.
            const folder = renderedLength > 0 || /\.css\b/.test(id) ? folderOf(id) : undefined;
            if (folder) folders.add(folder);
          }
        }
      },
    },
  };
}

/**
 * The folder of the package a module is of; undefined for the project's own.
 *
 * @throws Error for a module that nobody knows, since its licence would not be known either.
 */
export function folderOf(id: string): string | undefined {
  const madeUpBy = MADE_UP.find(([pattern]) => pattern.test(id))?.[1];
  if (madeUpBy) return realpathSync(join(PACKAGES, madeUpBy));
  const inPackage = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'));
  if (inPackage?.[1]) return realpathSync(inPackage[1]);
  if (id.startsWith('\0')) throw new Error(`Of which package is ${JSON.stringify(id)}?`);
  return undefined;
}
