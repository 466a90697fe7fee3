import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { listDifferences, type Target } from '../tests/built/manifest.ts';
import { listUnfit } from '../tests/built/pages.ts';

/* Compares what the built extensions ask for with the list of what they may, and looks at their pages. */

const OUTPUT = join(import.meta.dirname, '..', '.output');
const BUILDS: readonly [folder: string, target: Target][] = [
  ['chrome-mv3', 'chromium'],
  ['firefox-mv3', 'firefox'],
];

for (const [folder, target] of BUILDS) {
  const build = join(OUTPUT, folder);
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  const pages = globSync('**/*.html', { cwd: build });
  const complaints = [
    ...listDifferences(manifest, target, isDeepStrictEqual),
    ...pages.flatMap((page) =>
      listUnfit(readFileSync(join(build, page), 'utf8')).map((unfit) => `${page} ${unfit}`),
    ),
  ];
  for (const complaint of complaints) console.error(`${folder}: ${complaint}`);
  if (complaints.length > 0) process.exitCode = 1;
  else console.log(`${folder}: asks for what is listed, and its ${pages.length} pages are clean.`);
}
