/** What is to be done about a passage: whether it has been, and by when it should be. */
export interface Action {
  /** When it was done; absent while it is open. ISO 8601 in UTC. */
  done?: string;
  /** The day it is due, `YYYY-MM-DD`, wherever the reader is; absent when there is none. */
  due?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
