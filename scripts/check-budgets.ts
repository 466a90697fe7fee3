import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { parseSync } from 'vite';

/** What a reader's browser may have to load, compressed as for a download. 1 kB is 1000 bytes. */
const BUDGETS = [
  { what: 'content script', entry: contentScriptsOf, kB: 25 },
  { what: 'content script of other sites', entry: siteScriptsOf, kB: 28 },
  { what: 'popup, first load', entry: popupOf, kB: 32 },
];

/** Words of sync, and of what it brings with it: none of the files above has them. */
const OF_SYNC = /_revs_diff|waymark-sync-/;

const BUILDS = ['chrome-mv3', 'firefox-mv3'];
const OUTPUT = join(dirname(import.meta.dirname), '.output');
const COMPRESSION = { level: 9 };

/** As much of an extension's manifest as is read here; the files are named from the build's folder. */
interface Manifest {
  action: { default_popup: string };
  content_scripts: { js?: string[]; css?: string[] }[];
}

function contentScriptsOf({ content_scripts: scripts }: Manifest): string[] {
  return scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]);
}

/** Registered when the reader adds a site: no manifest names it. */
function siteScriptsOf(): string[] {
  return ['js', 'css'].map((kind) => `content-scripts/site.${kind}`);
}

function popupOf({ action }: Manifest): string[] {
  return [action.default_popup];
}

/**
 * The files that a file makes the browser load before anything else happens: scripts, style sheets
 * and preloads of a page, static imports of a script. What is imported on demand is not among them.
 */
function dependenciesOf(build: string, file: string): string[] {
  const source = readFileSync(join(build, file), 'utf8');
  const resolve = (address: string) => posix.join(posix.dirname(`/${file}`), address).slice(1);
  const toFile = (address: string) =>
    address.startsWith('/') ? address.slice(1) : resolve(address);
  if (file.endsWith('.html')) return loadedByPage(source).map(toFile);
  if (file.endsWith('.js')) return importedBy(file, source).map(toFile);
  return [];
}

function loadedByPage(html: string): string[] {
  const addresses: string[] = [];
  const parser = new Parser({
    onopentag(name, { src, href, rel }) {
      if (name === 'script' && src) addresses.push(src);
      if (name === 'link' && href && /stylesheet|preload/.test(rel ?? '')) addresses.push(href);
    },
  });
  parser.end(html);
  return addresses;
}

function importedBy(file: string, source: string): string[] {
  const { errors, module } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} is no JavaScript: ${errors[0]?.message}`);
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported];
}

/** The files and all they depend on, each once. */
function closureOf(build: string, entry: readonly string[]): Set<string> {
  const files = new Set(entry);
  // A set shows its iterator what is added meanwhile.
  for (const file of files) {
    for (const dependency of dependenciesOf(build, file)) files.add(dependency);
  }
  return files;
}

const rows = BUILDS.flatMap((name) => {
  const build = join(OUTPUT, name);
  if (!existsSync(build)) {
    console.error(`There is no build in ${build}: run “npm run build” first.`);
    process.exit(1);
  }
  const manifest: Manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
  return BUDGETS.map(({ what, entry, kB }) => {
    const files = [...closureOf(build, entry(manifest))];
    const bytes = files.map(
      (file) => gzipSync(readFileSync(join(build, file)), COMPRESSION).length,
    );
    const syncing = files.filter((file) => OF_SYNC.test(readFileSync(join(build, file), 'utf8')));
    const used = bytes.reduce((sum, size) => sum + size, 0) / 1000;
    const over = used > kB;
    return { build: name, what, files: files.length, used, limit: kB, over, syncing };
  });
});

console.table(
  rows.map(({ build, what, files, used, limit }) => ({
    build,
    what,
    files,
    'kB, gzip': Number(used.toFixed(1)),
    limit,
    'of it': `${((used / limit) * 100).toFixed(0)} %`,
  })),
);
for (const { build, what, used, limit, over } of rows) {
  if (over) console.error(`${build}: the ${what} has ${used.toFixed(1)} kB of ${limit} kB.`);
}
for (const { build, what, syncing } of rows) {
  if (syncing.length > 0) console.error(`${build}: the ${what} has sync in it: ${syncing}`);
}
process.exitCode = rows.some(({ over, syncing }) => over || syncing.length > 0) ? 1 : 0;
