import type { BlogServer } from '../e2e/rig/blog-server.ts';

/** What a soak is given. */
export interface SoakOptions {
  server: BlogServer;
  /** How often to do what is to be survived. */
  times: number;
  /** A number between 0 and 1, another each time, and the same ones again for the same seed. */
  random: () => number;
  log: (line: string) => void;
}

/** What came of a soak. Nothing may be lost, and nothing may be there twice. */
export interface Outcome {
  title: string;
  /** What was done, in a sentence. */
  what: string;
  kills: number;
  acknowledged: number;
  lost: number;
  twice: number;
  /** What else was measured, in a sentence below the table. */
  measured?: string;
}

export type Soak = (options: SoakOptions) => Promise<Outcome>;
