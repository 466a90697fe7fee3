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

/** Make the packages of a project. @returns them by name. */
async function makePackages(root: string): Promise<Map<string, Uint8Array>> {
  const output = join(root, '.output');
  for (const name of namesIn(output)) rmSync(join(output, name));
  const made = await run(npmScript('zip'), { cwd: root });
  if (made.code !== 0) throw new Error(`The packages could not be made:\n${tailOf(made.output)}`);
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

const made = await makePackages(ROOT);
const sources = [...made].find(([name]) => name.endsWith('-sources.zip'))?.[1];
if (!sources || made.size !== 4) throw new Error(`Four packages, not ${[...made.keys()]}`);
const [forChrome, forEdge] = ['chrome', 'edge'].map((browser) =>
  [...made].find(([name]) => name.endsWith(`-${browser}.zip`)),
);
if (!forChrome || !forEdge || Buffer.compare(forChrome[1], forEdge[1]) !== 0) {
  // What is looked at in the one (`npm run manifests`, tests) would not be true of the other.
  console.error('The package for Edge is not the one for Chrome.');
  process.exitCode = 1;
}
const elsewhere = unpack(sources);
try {
  const again = await makePackages(elsewhere);
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
} finally {
  rmSync(elsewhere, { recursive: true, force: true });
}
