import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_LIST } from './licences/ship-licences.ts';

/*
 * Compares THIRD_PARTY.md with the lists that the builds made of what they bundle. With `--write` it
 * brings the file up to date.
 */

const ROOT = join(import.meta.dirname, '..');
const LIST = join(ROOT, 'THIRD_PARTY.md');
const BUILDS = ['chrome-mv3', 'firefox-mv3'];

const [forChrome, forFirefox] = BUILDS.map((build) =>
  readFileSync(join(ROOT, '.output', build, SHIPPED_LIST), 'utf8').replace(/^\uFEFF/, ''),
);
if (forChrome === undefined || forChrome !== forFirefox) {
  console.error('The builds bundle different packages: one list cannot speak for both.');
  process.exitCode = 1;
} else if (process.argv.includes('--write')) {
  writeFileSync(LIST, forChrome);
} else if (readFileSync(LIST, 'utf8') !== forChrome) {
  console.error('THIRD_PARTY.md is not what is bundled: run “npm run licences -- --write”.');
  process.exitCode = 1;
} else {
  console.log(`THIRD_PARTY.md names the ${forChrome.match(/^## /gm)?.length} packages bundled.`);
}
