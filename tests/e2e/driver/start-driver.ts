import { launchForChromium } from './chromium-driver.ts';
import { createDriver } from './create-driver.ts';
import type { Driver, DriverOptions } from './driver.ts';
import { launchForFirefox } from './firefox-driver.ts';

/**
 * Start a browser with Waymark installed.
 *
 * @throws Error with a sentence for people when the browser or the build is missing.
 */
export function startDriver(options: DriverOptions): Promise<Driver> {
  const launch = options.browser === 'chromium' ? launchForChromium : launchForFirefox;
  return createDriver(options, launch);
}
