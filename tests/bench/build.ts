import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { extractHypothesis } from './peers.ts';

const HERE = import.meta.dirname;
const PAGES = ['anchoring', 'painting', 'restore', 'sidebar', 'seed', 'search'];
/** How Waymark's highlights look. */
const STYLE_SHEET = join(HERE, '..', '..', 'entrypoints', 'blog.content', 'highlight.css');

/** Files to serve, by name. */
export type Files = ReadonlyMap<string, string>;

/**
 * Bundle the scripts of the benchmark's pages. They are kept in memory: all of a run is measured
 * with the sources as they were when it began.
 */
export async function buildPages(): Promise<Files> {
  const outputs = await build({
    root: HERE,
    configFile: false,
    logLevel: 'warn',
    resolve: { alias: { 'hypothesis-source': extractHypothesis() } },
    build: {
      write: false,
      target: 'esnext',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(PAGES.map((name) => [name, join(HERE, 'browser', `${name}.ts`)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const files = new Map([['highlight.css', readFileSync(STYLE_SHEET, 'utf8')]]);
  for (const { output } of [outputs].flat() as {
    output: { fileName: string; code?: string }[];
  }[]) {
    for (const { fileName, code = '' } of output) files.set(fileName, code);
  }
  return files;
}
