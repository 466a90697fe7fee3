import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { DriverOptions } from '../tests/e2e/driver/driver.ts';
import { inGerman } from '../tests/e2e/driver/in-german.ts';
import { startDriver } from '../tests/e2e/driver/start-driver.ts';
import { enlarge } from '../tests/e2e/views/stage.ts';
import { visitViews } from '../tests/e2e/views.ts';

/** Milliseconds in which what has just appeared comes to rest. */
const REST = 300;

/** How a view may look. */
const LOOKS: readonly { look: string; options: Partial<DriverOptions>; isLarge?: boolean }[] = [
  { look: 'light', options: { colorScheme: 'light' } },
  { look: 'dark', options: { colorScheme: 'dark' } },
  { look: 'forced', options: { colorScheme: 'dark', forcedColors: true } },
  { look: 'large', options: { colorScheme: 'light' }, isLarge: true },
  { look: 'german', options: { colorScheme: 'light', lang: 'de' } },
];

/**
 * Take a picture of every view in every look, named after both: light, dark, with the reader's own
 * colours, with text at 200 % in a window as wide as a phone, and in German.
 *
 * @param wanted parts of the names of the pictures, such as `map` or `-dark`; all of them, unless there are any.
 */
export async function pictureViews(
  folder: string,
  server: DriverOptions['server'],
  wanted: readonly string[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { look, options, isLarge } of LOOKS) {
    const waymark = await startDriver({
      browser: 'chromium',
      ...(server && { server }),
      ...options,
    });
    try {
      await visitViews(
        options.lang ? inGerman(waymark) : waymark,
        async ({ name }, view) => {
          if (isLarge) await enlarge(view);
          await setTimeout(REST);
          await view.screenshot(join(folder, `${name}-${look}.png`), true);
        },
        (name) => wanted.length === 0 || wanted.some((part) => `${name}-${look}`.includes(part)),
      );
    } finally {
      await waymark.close();
    }
  }
}
