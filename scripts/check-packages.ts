import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { npmScript, run, tailOf } from './run-command.ts';

/*
 * Makes the packages for the stores, then makes them again from the archive of sources alone, in a
 * folder elsewhere: they must be the same, byte for byte. So whoever reviews a package can see that
 * it holds what the sources say, and nothing else.
 */

const ROOT = join(import.meta.dirname, '..');

/** Run one of the scripts that make packages. */
async function make(script: string, cwd: string): Promise<void> {
  const made = await run(npmScript(script), { cwd });
  if (made.code !== 0) throw new Error(`The packages could not be made:\n${tailOf(made.output)}`);
}

/** The packages of a project, by name. */
function readPackages(root: string): Map<string, Uint8Array> {
  const output = join(root, '.output');
  return new Map(namesIn(output).map((name) => [name, readFileSync(join(output, name))]));
}

function namesIn(output: string): string[] {
  mkdirSync(output, { recursive: true });
  return readdirSync(output).filter((name) => name.endsWith('.zip'));
}

/** Unpack the sources where nothing else of the project is, but for the tools. */
function unpack(sources: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-sources-'));
  for (const [name, bytes] of Object.entries(unzipSync(sources))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** The names of files in two packages that differ, or that one of them lacks. */
function differencesOf(one: Uint8Array, other: Uint8Array): string[] {
  const [here, there] = [unzipSync(one), unzipSync(other)];
  const names = new Set([...Object.keys(here), ...Object.keys(there)]);
  return [...names].filter(
    (name) => !here[name] || !there[name] || Buffer.compare(here[name], there[name]) !== 0,
  );
}

const OUTPUT = join(ROOT, '.output');
for (const name of namesIn(OUTPUT)) rmSync(join(OUTPUT, name));
// Firefox's comes with the sources, from which the others can be made at the same time as here.
await make('zip:firefox', ROOT);
const sources = [...readPackages(ROOT)].find(([name]) => name.endsWith('-sources.zip'))?.[1];
if (!sources) throw new Error('There is no archive of the sources');
const elsewhere = unpack(sources);
try {
  await Promise.all([make('zip:chromium', ROOT), make('zip', elsewhere)]);
  compare(readPackages(ROOT), readPackages(elsewhere));
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}

function compare(made: Map<string, Uint8Array>, again: Map<string, Uint8Array>): void {
  if (made.size !== 4) throw new Error(`Four packages, not ${[...made.keys()]}`);
  const [forChrome, forEdge] = ['chrome', 'edge'].map((browser) =>
    [...made].find(([name]) => name.endsWith(`-${browser}.zip`)),
  );
  if (!forChrome || !forEdge || Buffer.compare(forChrome[1], forEdge[1]) !== 0) {
    // What is looked at in the one (`npm run manifests`, tests) would not be true of the other.
    console.error('The package for Edge is not the one for Chrome.');
    process.exitCode = 1;
  }
  for (const [name, bytes] of made) {
    const other = again.get(name) ?? new Uint8Array();
    if (Buffer.compare(bytes, other) === 0) {
      const digest = createHash('sha256').update(bytes).digest('hex');
      console.log(`${digest}  ${name}  ${(bytes.length / 1000).toFixed(0)} kB`);
    } else {
      const files = other.length > 0 ? differencesOf(bytes, other).join(', ') || 'their order' : '';
      console.error(
        `${name} is not the same when it is built again: ${files || 'it is not there'}`,
      );
      process.exitCode = 1;
    }
  }
}
