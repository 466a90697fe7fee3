import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeMachine, load } from './measure.ts';
import { versionOf } from './peers.ts';
import type { Section } from './table.ts';

const REPORT = join(import.meta.dirname, '..', '..', 'docs', 'bench.md');
const PEERS = [
  'hypothesis',
  'approx-string-match',
  '@apache-annotator/dom',
  'dom-anchor-text-quote',
  'web-highlighter',
  'mark.js',
  'minisearch',
];

/** What writing Markdown is measured against; the rest is part of the project. */
export const EXPORT_PEERS = ['turndown'];

/** What lists of related posts are measured against. */
export const SEARCH_PEERS = ['minisearch', 'lunr', 'flexsearch'];

/**
 * Put a part into docs/bench.md in place of what the last run said there. Everything outside the
 * marked stretches is written by hand and left as it is.
 */
export function writeReport(
  name: string,
  section: Section,
  { browser, peers: names = PEERS }: { browser?: string; peers?: readonly string[] },
): void {
  const date = new Date().toISOString().slice(0, 10);
  const where = browser ? `Chromium ${browser}` : `Node.js ${process.versions.node}`;
  const peers = names.map((peer) => `${peer} ${versionOf(peer)}`).join(', ');
  const beside = peers === '' ? '' : ` Peers: ${peers}.`;
  const measured = `Measured ${date} by \`npm run bench -- ${name}\` in ${where} on ${describeMachine()}, with a load of ${load().toFixed(1)} at the end.${beside}`;
  const text = [`## ${section.title}`, measured, ...section.blocks].join('\n\n');
  const begin = `<!-- ${name}: begin -->`;
  const end = `<!-- ${name}: end -->`;
  const stretch = `${begin}\n${text}\n${end}`;
  const report = existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : '# Benchmark\n';
  const from = report.indexOf(begin);
  const to = report.indexOf(end);
  writeFileSync(
    REPORT,
    from === -1 || to === -1
      ? `${report.trimEnd()}\n\n${stretch}\n`
      : report.slice(0, from) + stretch + report.slice(to + end.length),
  );
}
