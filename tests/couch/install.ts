import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/**
 * Install the server that sync is tested against, as its lock file says, if it is not there yet.
 * Nothing is compiled: what would have to be is optional, and left out.
 */
export function installCouch(): void {
  if (versionIn('node_modules/pouchdb-server') === versionIn('.', 'pouchdb-server')) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(npm, ['ci', '--ignore-scripts', '--omit=optional', ...quiet], {
    cwd: HERE,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** The version of a package that is there, or of one that it asks for. */
function versionIn(folder: string, dependency?: string): string | undefined {
  const path = join(HERE, folder, 'package.json');
  if (!existsSync(path)) return undefined;
  const { version, dependencies } = JSON.parse(readFileSync(path, 'utf8')) as {
    version?: string;
    dependencies?: Record<string, string>;
  };
  return dependency === undefined ? version : dependencies?.[dependency];
}
