import { SMALL_CORPUS } from './idf.ts';

/** Less than this in common is chance. In a small corpus every shared term is rare and weighs. */
const FLOOR = 0.06;
const SMALL_CORPUS_FLOOR = 0.03;

/** Beside a good match, one less than half as good is noise. */
export const SHARE_OF_BEST = 0.5;

/** The least score worth a reader's time, in a corpus of so many posts. */
export function floorOf(size: number): number {
  return size < SMALL_CORPUS ? SMALL_CORPUS_FLOOR : FLOOR;
}
