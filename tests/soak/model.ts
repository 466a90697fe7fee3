import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { libraryProperty } from '../unit/storage/model/property.ts';
import type { Soak } from './soak.ts';

/** Acts of the longest sequence. */
const LONGEST = 150;
/** Sequences between two lines of the log. */
const EVERY = 250;

/** The model test of `npm test`, for long: sequences of acts against a plain reference. */
export const tryModel: Soak = async ({ times, random, log }) => {
  const seed = Math.floor(random() * 2 ** 31);
  let sequences = 0;
  let kills = 0;
  let annotations = 0;
  const onTried = (tried: { kills: number; annotations: number }) => {
    sequences += 1;
    kills += tried.kills;
    annotations += tried.annotations;
    if (sequences % EVERY === 0) log(`${sequences} sequences, ${kills} kills, seed ${seed}`);
  };
  // It throws with the sequence, made as short as it can be, where anything is not as it should.
  await fc.assert(libraryProperty(LONGEST, onTried), { numRuns: times, seed });
  return {
    title: 'Whatever a reader does',
    what: `${times} sequences of up to ${LONGEST} acts, in two editors and the library, of which many are killed on the way, against a plain reference (in Node)`,
    kills,
    acknowledged: annotations,
    lost: 0,
    twice: 0,
  };
};
