import { listMotion, listOverflow, listSmallTargets } from './accessibility/in-view.ts';
import { RULES_FOR_COVERED, RULES_FOR_PAGES, runAxe } from './accessibility/run-axe.ts';
import { walkFocus } from './accessibility/walk-focus.ts';
import type { BrowserName } from './driver/driver.ts';
import { startDriver } from './driver/start-driver.ts';
import type { Surface } from './driver/surface.ts';
import { expect, test } from './fixtures.ts';
import { enlarge, type View } from './views/stage.ts';
import { visitViews } from './views.ts';

/*
 * Every view by WCAG 2.2 AA, in every theme: what axe knows of it, and what it does not. Chromium
 * changes its theme in no time. In Firefox each view is looked at in one theme, since what it is made of
 * is the same in both browsers.
 */

const THEMES = [
  { name: 'light', colorScheme: 'light', forcedColors: false },
  { name: 'dark', colorScheme: 'dark', forcedColors: false },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: true },
] as const;
type NamedTheme = (typeof THEMES)[number];

/**
 * The palette that Firefox makes up where the system has none sets white on #3399ff for what is
 * selected (2.9:1). Which colours stand there is the reader's choice, not ours.
 */
const MADE_UP_PALETTE = ['color-contrast'];

const softly = expect.configure({ soft: true });

test('every view can be read and used by everyone, in every theme', async ({ driven, server }) => {
  test.setTimeout(480_000);
  const waymark = await startDriver({ browser: driven, server, ...THEMES[0] });
  let visited = 0;
  try {
    await visitViews(waymark, async (view, surface) => {
      const seen = driven === 'chromium' ? inTurn(visited++) : inBlocks(visited++);
      await test.step(view.name, async () => {
        for (const theme of seen) {
          await surface.setTheme(theme);
          await judgeLooks(view, surface, theme, driven);
        }
        await judgeUse(view, surface, seen.at(-1));
      });
    });
  } finally {
    await waymark.close();
  }
});

/** All themes, with another one at the end each time: in that a view is walked through, too. */
function inTurn(visited: number): NamedTheme[] {
  const turn = visited % THEMES.length;
  return [...THEMES.slice(turn + 1), ...THEMES.slice(0, turn + 1)];
}

/** Views that are seen in the same theme, one after another: to change it takes Firefox a while. */
const BLOCK = 16;

function inBlocks(visited: number): NamedTheme[] {
  return THEMES.filter((_, place) => place === Math.floor(visited / BLOCK) % THEMES.length);
}

async function judgeLooks(
  { name, isPart, isUnderBar }: View<never>,
  surface: Surface,
  theme: NamedTheme,
  driven: BrowserName,
) {
  const excused = [
    ...(isPart ? RULES_FOR_PAGES : []),
    ...(isUnderBar ? RULES_FOR_COVERED : []),
    ...(driven === 'firefox' && theme.forcedColors ? MADE_UP_PALETTE : []),
  ];
  expect.soft(await runAxe(surface, excused), `${name}, ${theme.name}: axe`).toEqual([]);
}

/** What does not depend on the theme, or depends on it so little that one for each view will do. */
async function judgeUse({ name, isStill }: View<never>, surface: Surface, theme?: NamedTheme) {
  const about = (what: string) => `${name}, ${theme?.name}: ${what}`;
  expect.soft(await surface.evaluate(listMotion), about('motion')).toEqual([]);
  expect.soft(await surface.evaluate(listSmallTargets), about('targets')).toEqual([]);
  expect.soft(await surface.evaluate(() => document.title), about('title')).not.toBe('');
  const { stops, problems } = await walkFocus(surface);
  if (!isStill) expect.soft(stops.length, about('stops of Tab')).toBeGreaterThan(0);
  expect.soft(problems, about('focus')).toEqual([]);
  await enlarge(surface);
  // Drawings are laid out anew once they have measured how much room there is now.
  const overflow = () => surface.evaluate(listOverflow);
  await softly.poll(overflow, { message: about('at 200 %') }).toEqual([]);
}
