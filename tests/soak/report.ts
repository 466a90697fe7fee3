import { describeMachine } from '../bench/measure.ts';
import { table } from '../bench/table.ts';
import type { Outcome } from './soak.ts';

const HEAD = ['', 'how', 'kills', 'annotations made', 'lost', 'there twice', 'on'];

/** What came of soaks, as a table, and in sentences what else was measured; Markdown. */
export function toFigures(outcomes: readonly Outcome[], day: string): string {
  const rows = outcomes.map((outcome) => cellsOf(outcome, day));
  return [table(HEAD, rows), ...outcomes.flatMap(sentenceOf)].join('\n\n');
}

/**
 * The report with what has come of a soak in place of what came of it before; all else in it stays.
 *
 * @param day ISO 8601, without the time.
 */
export function withOutcome(report: string, outcome: Outcome, seed: number, day: string): string {
  const isAbout = (text: string) => text.startsWith(`${outcome.title}. `);
  const lines = report.split('\n');
  const rows = lines
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(2, -2).split(' | '))
    .filter(([title, how]) => title !== '---' && how !== HEAD[1] && title !== outcome.title);
  const sentences = lines.filter((line) => / took: /.test(line) && !isAbout(line));
  const all = [...rows, cellsOf(outcome, day)].sort(([a = ''], [b = '']) =>
    a.localeCompare(b, 'en'),
  );
  const blocks = [
    '# Reliability',
    `Written by \`npm run soak\`, each line when its part was last run to the end, on ${describeMachine()}, seed ${seed}. An
annotation counts as made when the background has answered that it is saved, or the page shows it as saved.`,
    table(HEAD, all),
    ...sentences,
    ...sentenceOf(outcome),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function cellsOf(outcome: Outcome, day: string): string[] {
  const { title, what, kills, acknowledged, lost, twice } = outcome;
  return [title, what, ...[kills, acknowledged, lost, twice].map(String), day];
}

function sentenceOf({ title, measured }: Outcome): string[] {
  return measured ? [`${title}. ${measured}`] : [];
}
