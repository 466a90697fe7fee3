/** What the background tells the content scripts of sites: which they may go on working on. */
export const LEAVING = 'sites';

/** The hosts in such a message; undefined for any other message. */
export function findStaying(message: unknown): string[] | undefined {
  if (typeof message !== 'object' || message === null || !('to' in message)) return undefined;
  const { to, stay } = message as { to: unknown; stay?: unknown };
  return to === LEAVING && Array.isArray(stay) ? (stay as string[]) : undefined;
}
