import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const HERE = import.meta.dirname;
/** Where what is made for a run is kept: outside of what is kept of the project. */
export const WORK_DIR = join(HERE, 'node_modules', '.bench');
const SOURCES = 'app:///src/';

/** Install what Waymark is measured against, as the lock file says, if it is not there yet. */
export function installPeers(): void {
  const { dependencies } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const isThere = ([peer, version]: [string, string]) =>
    existsSync(join(HERE, 'node_modules', peer)) && versionOf(peer) === version;
  if (Object.entries(dependencies).every(isThere)) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: HERE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** The version of a peer that is installed. */
export function versionOf(peer: string): string {
  const manifest = readFileSync(join(HERE, 'node_modules', peer, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/**
 * The sources of the Hypothesis client. Its package exports no matcher, but the map beside its
 * bundle holds the modules it was made of: these are written out and bundled anew, so that what is
 * measured is the matcher that readers of Hypothesis have.
 */
export function extractHypothesis(): string {
  const target = join(WORK_DIR, 'hypothesis-source');
  const map = join(HERE, 'node_modules/hypothesis/build/scripts/annotator.bundle.js.map');
  const { sources, sourcesContent } = JSON.parse(readFileSync(map, 'utf8')) as {
    sources: string[];
    sourcesContent: (string | null)[];
  };
  sources.forEach((source, index) => {
    const content = sourcesContent[index];
    if (!source.startsWith(SOURCES) || !content) return;
    const path = resolve(target, source.slice(SOURCES.length));
    if (relative(target, path).startsWith(`..${sep}`)) throw new Error(`Outside: ${source}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  });
  return target;
}
