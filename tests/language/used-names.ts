import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Files of the extension in which messages can be named. */
const FILES = ['{lib,components,entrypoints}/**/*.{ts,tsx,html}', 'wxt.config.ts'];

/** What is called for in the extension's source. */
export interface UsedNames {
  /** By `__MSG_name__`, which no compiler checks. */
  inManifest: ReadonlySet<string>;
  /** Whether a name stands in the source as a whole, or as `begins${…}ends`. */
  has(name: string): boolean;
}

/** Which names of messages the source holds. */
export function findUsedNames(sources: Iterable<string> = readSources()): UsedNames {
  const inManifest = new Set<string>();
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  for (const source of sources) {
    for (const [, name = ''] of source.matchAll(/__MSG_(\w+)__/g)) inManifest.add(name);
    for (const [, name = ''] of source.matchAll(/['"]([A-Za-z]\w*)['"]/g)) literals.add(name);
    for (const [, begin, end] of source.matchAll(/`([A-Za-z]\w{2,})\$\{[^`}]+\}(\w*)`/g)) {
      patterns.push(new RegExp(`^${begin}\\w+${end}$`));
    }
  }
  return {
    inManifest,
    has: (name) =>
      literals.has(name) || inManifest.has(name) || patterns.some((pattern) => pattern.test(name)),
  };
}

function readSources(): string[] {
  return globSync(FILES, { cwd: ROOT }).map((path) => readFileSync(join(ROOT, path), 'utf8'));
}

/** A page of the extension as it is before any script runs, and the script. */
export interface Page {
  path: string;
  html: string;
  script: string;
}

export function listPages(): Page[] {
  return globSync('entrypoints/**/index.html', { cwd: ROOT }).map((path) => ({
    path,
    html: readFileSync(join(ROOT, path), 'utf8'),
    script: readFileSync(join(ROOT, dirname(path), 'main.tsx'), 'utf8'),
  }));
}
