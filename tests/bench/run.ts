import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { buildPages } from './build.ts';
import { servePages } from './host.ts';
import { measureAnchoring } from './parts/anchoring.ts';
import { measurePage } from './parts/page.ts';
import { measurePainting } from './parts/painting.ts';
import type { Part } from './parts/part.ts';
import { measurePopup } from './parts/popup.ts';
import { measureRestore } from './parts/restore.ts';
import { measureSearch } from './parts/search.ts';
import { installPeers, WORK_DIR } from './peers.ts';
import { writeReport } from './report.ts';

const PARTS: Record<string, Part> = {
  anchoring: measureAnchoring,
  painting: measurePainting,
  restore: measureRestore,
  page: measurePage,
  popup: measurePopup,
  search: measureSearch,
};
const DEFAULT_SEED = 20_261_123;

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}: there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

const log = (line: string) => process.stderr.write(`${line}\n`);
installPeers();
const files = await buildPages();
const host = await servePages(files, join(import.meta.dirname, 'node_modules', 'hypothesis'));
const browser = await launchBrowser();
const keep = (name: string, value: unknown) => {
  mkdirSync(WORK_DIR, { recursive: true });
  writeFileSync(join(WORK_DIR, `${name}.json`), JSON.stringify(value, undefined, 2));
};
try {
  const seed = Number(process.env.WAYMARK_BENCH_SEED ?? DEFAULT_SEED);
  for (const name of names.length > 0 ? names : Object.keys(PARTS)) {
    const section = await (PARTS[name] as Part)({ browser, origin: host.origin, seed, log, keep });
    console.log(`\n## ${section.title}\n\n${section.blocks.join('\n\n')}`);
    writeReport(name, section, { browser: browser.version() });
  }
} finally {
  await browser.close();
  host.close();
}
