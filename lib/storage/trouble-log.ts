import type { ValueArea } from './snapshot-shelf.ts';

/** Something that went wrong, as it is kept for a reader who wants to pass it on. */
export interface Trouble {
  /** ISO 8601 in UTC. */
  at: string;
  /** The page or script it happened in, such as `popup`. */
  where: string;
  /** What was being done, in words for whoever mends it. */
  doing: string;
  /** What the browser says: name, message, and stack. */
  details: string;
  /** How often it has happened, one time after the other. */
  times: number;
}

/** Keeps the last troubles, apart from the database, which may be what is in trouble. */
export interface TroubleLog {
  /** Newest first. */
  list(): Promise<Trouble[]>;
  add(trouble: Omit<Trouble, 'times'>): Promise<void>;
  clear(): Promise<void>;
}

const KEY = 'troubles';

/** More would say the same again. */
const MOST = 20;
/** UTF-16 units of what the browser says. */
const LONGEST = 4000;

export function createTroubleLog(area: ValueArea): TroubleLog {
  const list = async () => {
    const kept = (await area.get([KEY]))[KEY];
    return Array.isArray(kept) ? kept.filter(isTrouble) : [];
  };
  return {
    list,
    async add(trouble) {
      const [last, ...before] = await list();
      const details = trouble.details.slice(0, LONGEST);
      const isSame = last?.details === details && last.where === trouble.where;
      const added = { ...trouble, details, times: isSame ? last.times + 1 : 1 };
      const others = isSame || !last ? before : [last, ...before];
      await area.set({ [KEY]: [added, ...others].slice(0, MOST) });
    },
    clear: () => area.remove([KEY]),
  };
}

/** What an error says of itself. */
export function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = `${error.name}: ${error.message}`;
  // Firefox's stacks do not begin with what the error says, Chromium's do.
  const stack = error.stack ?? '';
  const told = stack.includes(error.message) ? stack : `${said}\n${stack}`;
  return error.cause === undefined ? told : `${told}\n${detailsOf(error.cause)}`;
}

/** All of them as one text, to be copied. */
export function toReport(troubles: readonly Trouble[], about: string): string {
  const each = troubles.map(
    ({ at, where, doing, details, times }) =>
      `${at} · ${where} · ${doing}${times > 1 ? ` (${times}×)` : ''}\n${details.trim()}`,
  );
  return [about, ...each].join('\n\n');
}

function isTrouble(value: unknown): value is Trouble {
  if (typeof value !== 'object' || value === null) return false;
  const { at, where, doing, details, times } = value as Partial<Trouble>;
  const isSaid = [at, where, doing, details].every((text) => typeof text === 'string');
  return isSaid && typeof times === 'number';
}
