import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './browser.ts';
import { buildPages } from './build.ts';
import { servePages } from './host.ts';
import { measureAnchoring } from './parts/anchoring.ts';
import { measureExport } from './parts/export.ts';
import { measurePage } from './parts/page.ts';
import { measurePainting } from './parts/painting.ts';
import type { Part } from './parts/part.ts';
import { measurePopup } from './parts/popup.ts';
import { measureRestore } from './parts/restore.ts';
import { measureSearch } from './parts/search.ts';
import { measureSync } from './parts/sync.ts';
import { installPeers, WORK_DIR } from './peers.ts';
import { EXPORT_PEERS, SEARCH_PEERS, writeReport } from './report.ts';
import type { Section } from './table.ts';

const PARTS: Record<string, Part> = {
  anchoring: measureAnchoring,
  painting: measurePainting,
  restore: measureRestore,
  page: measurePage,
  search: measureSearch,
  popup: measurePopup,
};
const DEFAULT_SEED = 20_261_123;

/** The part that needs no browser, and may be given folders of posts to judge by. */
const RELATED = 'related';

/** Its contenders run in Node, each in a process of its own; the library has a browser for itself. */
const EXPORT = 'export';

/** Against a server of its own, and in Node too. */
const SYNC = 'sync';

const given = process.argv.slice(2);
const known = [...Object.keys(PARTS), RELATED, EXPORT, SYNC];
const isPart = (name: string) => known.includes(name);
const folders = given.filter((name) => !isPart(name));
const wrong = folders.filter((folder) => !given.includes(RELATED) || !existsSync(folder));
if (wrong.length > 0) {
  console.error(`No part and no folder ${wrong.join(', ')}: there are ${known.join(', ')}.`);
  process.exit(1);
}
const names = given.length > 0 ? given.filter(isPart) : known;
const seed = Number(process.env.WAYMARK_BENCH_SEED ?? DEFAULT_SEED);

const log = (line: string) => process.stderr.write(`${line}\n`);
installPeers();
if (names.includes(RELATED)) {
  // Not before its peers are there to be imported.
  const { measureRelated } = await import('./parts/related.ts');
  const section = await measureRelated({ seed, log, folders });
  print(section);
  // What somebody's own posts come to is theirs.
  if (folders.length === 0) writeReport(RELATED, section, { peers: SEARCH_PEERS });
}
if (names.includes(EXPORT)) {
  const section = await measureExport({ seed, log });
  print(section);
  writeReport(EXPORT, section, { peers: EXPORT_PEERS });
}
if (names.includes(SYNC)) {
  const section = await measureSync({ seed, log });
  print(section);
  writeReport(SYNC, section, { peers: [] });
}
const inBrowser = names.filter((name) => name in PARTS);
if (inBrowser.length > 0) await measureInBrowser(inBrowser);

async function measureInBrowser(parts: readonly string[]): Promise<void> {
  const files = await buildPages();
  const host = await servePages(files, join(import.meta.dirname, 'node_modules', 'hypothesis'));
  const browser = await launchBrowser();
  const keep = (name: string, value: unknown) => {
    mkdirSync(WORK_DIR, { recursive: true });
    writeFileSync(join(WORK_DIR, `${name}.json`), JSON.stringify(value, undefined, 2));
  };
  try {
    for (const name of parts) {
      const part = PARTS[name] as Part;
      const section = await part({ browser, origin: host.origin, seed, log, keep });
      print(section);
      writeReport(name, section, { browser: browser.version() });
    }
  } finally {
    await browser.close();
    host.close();
  }
}

function print({ title, blocks }: Section): void {
  console.log(`\n## ${title}\n\n${blocks.join('\n\n')}`);
}
