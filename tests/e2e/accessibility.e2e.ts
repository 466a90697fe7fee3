import { listMotion, listOverflow, listSmallTargets } from './accessibility/in-view.ts';
import { RULES_FOR_PAGES, runAxe } from './accessibility/run-axe.ts';
import { walkFocus } from './accessibility/walk-focus.ts';
import { startDriver } from './driver/start-driver.ts';
import { expect, test } from './fixtures.ts';
import { enlarge, setStage, VIEWS } from './views.ts';

/*
 * Every view of `VIEWS` in every theme, by WCAG 2.2 AA: what axe knows of it, and what it does
 * not. A browser takes long to start, so each theme is one test and says which view it is about.
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

test.describe.configure({ timeout: 240_000 });

for (const { theme, options } of THEMES) {
  test(`every view can be read and used by everyone, in ${theme}`, async ({ driven, server }) => {
    const waymark = await startDriver({ browser: driven, server, ...options });
    try {
      const stage = await setStage(waymark);
      for (const { name, isPart, width, height, open } of VIEWS) {
        await test.step(name, async () => {
          const view = await open(stage);
          await view.setSize(width, height);
          const about = `${name}, ${theme}`;
          const excused = [
            ...(isPart ? RULES_FOR_PAGES : []),
            ...(driven === 'firefox' && theme === 'forced colours' ? MADE_UP_PALETTE : []),
          ];
          expect.soft(await runAxe(view, excused), `${about}: axe`).toEqual([]);
          expect.soft(await view.evaluate(listSmallTargets), `${about}: targets`).toEqual([]);
          expect.soft(await view.evaluate(listMotion), `${about}: motion`).toEqual([]);
          const { stops, problems } = await walkFocus(view);
          expect.soft(stops.length, `${about}: stops of the Tab key`).toBeGreaterThan(0);
          expect.soft(problems, `${about}: focus`).toEqual([]);
          await enlarge(view);
          expect.soft(await view.evaluate(listOverflow), `${about}: text at 200 %`).toEqual([]);
          expect.soft(await view.evaluate(() => document.title), `${about}: title`).not.toBe('');
          await view.close();
        });
      }
    } finally {
      await waymark.close();
    }
  });
}
