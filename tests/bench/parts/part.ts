import type { Browser } from '@playwright/test';
import type { Section } from '../table.ts';

/** What a part of the benchmark is given. */
export interface Bench {
  browser: Browser;
  /** Where the benchmark's pages are served. */
  origin: string;
  /** Draws of chance begin here. */
  seed: number;
  /** Say what is going on. */
  log(line: string): void;
  /** Keep something for whoever looks into the figures; it is no part of the report. */
  keep(name: string, value: unknown): void;
}

/** A part of the benchmark: it measures, and answers what to print. */
export type Part = (bench: Bench) => Promise<Section>;
