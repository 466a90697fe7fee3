import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** The middle of the numbers; of two in the middle, their mean. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Programs that ran or waited to, on average of the last minute. */
export function load(): number {
  return loadavg()[0] ?? 0;
}

/** The machine, as far as it matters to the figures. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cpu?.model.trim() || process.arch;
  return `${availableParallelism()} cores (${model}), ${memory} GB, ${process.platform}`;
}

/** Milliseconds, as exactly as they are known. */
export function milliseconds(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return value >= 100 ? `${Math.round(value)} ms` : `${value.toFixed(1)} ms`;
}

/** How many times as much one is as the other. */
export function times(value: number, unit: number): string {
  const ratio = value / unit;
  return Number.isFinite(ratio) ? `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(2)} ×` : '–';
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
