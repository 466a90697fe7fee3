import { table } from './table.ts';

/** Something that was set out to be reached, and how it came out. */
export interface Goal {
  goal: string;
  measured: string;
  reached: boolean;
}

/** That one costs at least so many times as much as the other. */
export function atLeast(goal: string, factor: number, theirs: number, ours: number): Goal {
  const ratio = theirs / ours;
  return {
    goal: `${goal}: at least ${factor} ×`,
    measured: `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)} ×`,
    reached: ratio >= factor,
  };
}

/** What is reached and what is not, as a table. */
export function reachTable(goals: readonly Goal[]): string {
  return table(
    ['goal', 'measured', 'reached'],
    goals.map(({ goal, measured, reached }) => [goal, measured, reached ? 'yes' : '**no**']),
  );
}
