import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's modules by path, relative to its root with `/` between names; the text of each. */
export type SourceTree = ReadonlyMap<string, string>;

const MODULES = [
  '*.{ts,mts,mjs}',
  '{lib,components,entrypoints,scripts,tests}/**/*.{ts,tsx,mts,mjs}',
];

/** Read every module that is part of the project. */
export function readSourceTree(root: string): SourceTree {
  const paths = globSync(MODULES, { cwd: root, exclude: ['**/node_modules/**'] });
  return new Map(
    paths
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}
