/** What is known of a snapshot without looking into it. */
export interface Snapshot {
  /** Another one for each, and larger than those before, whatever the clock says. */
  number: number;
  /** ISO 8601 in UTC, by the clock of then. */
  taken: string;
  /** Bytes, packed. */
  size: number;
  /** Bytes, unpacked. */
  unpacked: number;
  /** Annotations in it, tombstones left out. */
  notes: number;
  /** Says the same of two libraries in which the reader has done the same. */
  digest: string;
  /** Pieces it is kept in. */
  pieces: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** A look just before the time is as good as one just after: alarms do not ring to the second. */
const SLACK = 60 * 60 * 1000;

/** The last ones are kept whatever their day: what was before a restore must not be lost to it. */
export const LAST = 3;

/** As many days as are kept one by one, and as many weeks before them. */
export const DAYS = 7;
export const WEEKS = 4;

/**
 * Whether it is time for a snapshot. With a clock that was set back the last look seems to lie
 * ahead: then nobody knows how long ago it was, and it is.
 *
 * @param looked when it was last looked whether there is something new; undefined for never.
 */
export function isSnapshotDue(looked: number | undefined, now: number): boolean {
  return looked === undefined || looked > now || now - looked >= DAY - SLACK;
}

/**
 * The snapshots that are not needed any more: all but the last three, the newest of each of the last seven
 * days that have one, and the newest of each of the four weeks that have none of those. Which is newer their numbers
 * say, so that no clock can make the newest look old.
 */
export function listOutdated(snapshots: readonly Snapshot[]): Snapshot[] {
  const newestFirst = snapshots.toSorted((a, b) => b.number - a.number);
  const daily = firstOfEach(newestFirst, ({ taken }) => taken.slice(0, 10)).slice(0, DAYS);
  const weeks = new Set(daily.map(weekOf));
  const earlier = newestFirst.filter((snapshot) => !weeks.has(weekOf(snapshot)));
  const weekly = firstOfEach(earlier, weekOf).slice(0, WEEKS);
  const kept = new Set([...newestFirst.slice(0, LAST), ...daily, ...weekly]);
  return newestFirst.filter((snapshot) => !kept.has(snapshot));
}

function firstOfEach<T>(all: readonly T[], keyOf: (one: T) => unknown): T[] {
  const seen = new Set<unknown>();
  return all.filter((one) => {
    const key = keyOf(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Weeks since the first Monday of 1970, the fifth of January, in UTC. */
function weekOf({ taken }: Snapshot): number {
  return Math.floor((Date.parse(taken) - 4 * DAY) / (7 * DAY));
}

/** Read what is known of a snapshot; undefined when it is not as it should be. */
export function parseSnapshot(value: unknown): Snapshot | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { number, taken, size, unpacked, notes, digest, pieces } = value as Partial<Snapshot>;
  const isCounted = [number, size, unpacked, notes, pieces].every(
    (count) => Number.isSafeInteger(count) && (count as number) >= 0,
  );
  const isDated = typeof taken === 'string' && !Number.isNaN(Date.parse(taken));
  return isCounted && isDated && typeof digest === 'string' ? (value as Snapshot) : undefined;
}
