import { listMotion, listOverflow, listSmallTargets } from './accessibility/in-view.ts';
import { RULES_FOR_PAGES, runAxe } from './accessibility/run-axe.ts';
import { walkFocus } from './accessibility/walk-focus.ts';
import { startDriver } from './driver/start-driver.ts';
import { expect, test } from './fixtures.ts';
import { enlarge } from './views/stage.ts';
import { visitViews } from './views.ts';

/*
 * Every view in every theme, by WCAG 2.2 AA: what axe knows of it, and what it does not. A browser
 * takes long to start, so each theme is one test and says which view it is about. What a view is
 * made of is the same in both browsers: in Firefox each is looked at in one theme, in turn.
 */

const THEMES = [
  { theme: 'light', options: { colorScheme: 'light' } },
  { theme: 'dark', options: { colorScheme: 'dark' } },
  { theme: 'forced colours', options: { colorScheme: 'dark', forcedColors: true } },
] as const;

/**
 * The palette that Firefox makes up where the system has none sets white on #3399ff for what is
 * selected (2.9:1). Which colours stand there is the reader's choice, not ours.
 */
const MADE_UP_PALETTE = ['color-contrast'];

const softly = expect.configure({ soft: true });

test.describe.configure({ timeout: 480_000 });

for (const [turn, { theme, options }] of THEMES.entries()) {
  test(`every view can be read and used by everyone, in ${theme}`, async ({ driven, server }) => {
    const waymark = await startDriver({ browser: driven, server, ...options });
    const about = (name: string, what: string) => `${name}, ${theme}: ${what}`;
    let visited = 0;
    let asked = 0;
    const isWanted = () => driven === 'chromium' || asked++ % THEMES.length === turn;
    try {
      await visitViews(
        waymark,
        async ({ name, isPart, isStill }, view) => {
          visited += 1;
          await test.step(name, async () => {
            const excused = [
              ...(isPart ? RULES_FOR_PAGES : []),
              ...(driven === 'firefox' && theme === 'forced colours' ? MADE_UP_PALETTE : []),
            ];
            expect.soft(await runAxe(view, excused), about(name, 'axe')).toEqual([]);
            expect.soft(await view.evaluate(listMotion), about(name, 'motion')).toEqual([]);
            expect.soft(await view.evaluate(listSmallTargets), about(name, 'targets')).toEqual([]);
            expect
              .soft(await view.evaluate(() => document.title), about(name, 'title'))
              .not.toBe('');
            // Views are made of the same parts: what takes long is done in one theme for each,
            // in turn, so that every theme has its share.
            if (driven === 'chromium' && visited % THEMES.length !== turn) return;
            const { stops, problems } = await walkFocus(view);
            if (!isStill) expect.soft(stops.length, about(name, 'stops of Tab')).toBeGreaterThan(0);
            expect.soft(problems, about(name, 'focus')).toEqual([]);
            await enlarge(view);
            // Drawings are laid out anew once they have measured how much room there is now.
            const overflow = () => view.evaluate(listOverflow);
            await softly.poll(overflow, { message: about(name, 'at 200 %') }).toEqual([]);
          });
        },
        isWanted,
      );
    } finally {
      await waymark.close();
    }
  });
}
