/** The different pairs in postings that are sorted by their two words. */
export interface PairRows {
  /** Where the postings of each begin. */
  starts: Int32Array;
  /** Which of them a pair of words is; -1 for one that is not there. */
  find(first: number, second: number): number;
}

/**
 * @param byFirst where the postings of each first word begin, and where the last one's end
 * @param seconds the second word of each posting
 */
export function createPairRows(byFirst: Int32Array, seconds: Int32Array): PairRows {
  let count = 0;
  const found = new Int32Array(seconds.length);
  const firstPairs = new Int32Array(byFirst.length);
  for (let first = 0; first + 1 < byFirst.length; first += 1) {
    firstPairs[first] = count;
    let previous = -1;
    for (let at = byFirst[first] as number; at < (byFirst[first + 1] as number); at += 1) {
      const second = seconds[at] as number;
      if (second === previous) continue;
      previous = second;
      found[count++] = at;
    }
  }
  firstPairs[byFirst.length - 1] = count;
  const starts = found.slice(0, count);
  const different = starts.map((at) => seconds[at] as number);

  return {
    starts,
    find(first, second) {
      if (first + 1 >= firstPairs.length) return -1;
      const end = firstPairs[first + 1] as number;
      let low = firstPairs[first] as number;
      let high = end;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((different[middle] as number) < second) low = middle + 1;
        else high = middle;
      }
      return low < end && different[low] === second ? low : -1;
    },
  };
}
