/**
 * What is wrong with the library, as far as a reader can do something about it: there is no room
 * left; a tab with an older Waymark holds it; its files cannot be opened or read.
 */
export type StorageFault = 'full' | 'blocked' | 'unreadable';

/** Thrown instead of waiting for as long as another tab holds the library. */
export class BlockedError extends Error {
  override name = 'BlockedError';
}

/** By the names and words of errors, in what order they are looked for. */
const SIGNS: readonly (readonly [StorageFault, RegExp])[] = [
  ['full', /QuotaExceeded|quota|disk is full|no space/i],
  ['blocked', /^BlockedError|blocked/i],
  [
    'unreadable',
    /UnknownError|OpenFailed|InvalidStateError|DatabaseClosed|DataError|NotReadableError|VersionError|backing store|MissingAPI|NotFoundError/i,
  ],
];

/** How far down what an error was caused by is looked for. */
const DEEPEST = 5;

/**
 * What an error says about the library; undefined when it is about something else. Dexie wraps what
 * the browser says, and what crosses from the background is words only.
 */
export function faultOf(error: unknown): StorageFault | undefined {
  const said: string[] = [];
  for (let cause = error, depth = 0; isError(cause) && depth < DEEPEST; depth++) {
    said.push(`${cause.name}: ${cause.message}`);
    cause = cause.inner ?? cause.cause;
  }
  return SIGNS.find(([, sign]) => said.some((words) => sign.test(words)))?.[0];
}

interface Said {
  name: string;
  message: string;
  inner?: unknown;
  cause?: unknown;
}

function isError(value: unknown): value is Said {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Said).name === 'string' &&
    typeof (value as Said).message === 'string'
  );
}
