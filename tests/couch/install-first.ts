import { installCouch } from './install.ts';

/**
 * Called by Vitest before any test, in one process: tests that each find the server missing would
 * install it over one another. Whoever has no network runs all other tests all the same.
 */
export default function installFirst(): void {
  try {
    installCouch();
  } catch {
    console.error('The server that sync is tested against could not be installed.');
  }
}
