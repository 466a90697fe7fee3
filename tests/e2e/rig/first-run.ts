import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The page that opens by itself when Waymark has been installed for the first time. */
export const WELCOME = 'welcome.html';

/**
 * Whether the first page will open by itself: in a profile that nobody has used yet, if the
 * extension has one. It comes in front of everything, so whoever launches a browser awaits it and
 * puts it away.
 */
export function willWelcome(extensionDir: string, profileDir: string | undefined): boolean {
  const isUsed = profileDir !== undefined && existsSync(profileDir) && readdirSync(profileDir)[0];
  return !isUsed && existsSync(join(extensionDir, WELCOME));
}
