import { existsSync } from 'node:fs';
import type { BrowserName } from '../tests/e2e/driver/driver.ts';
import { findChromium, findFirefox } from '../tests/e2e/rig/find-browser.ts';
import { type Command, run, sayDuration, tailOf } from './run-command.ts';

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';
const hasApt = isLinux && isRoot && existsSync('/usr/bin/apt-get');

/** One way to get a browser: commands that are run one after the other until one fails. */
type Way = readonly Command[];

/** Playwright's own Chromium; with the system's libraries that it needs, where we may add them. */
const PLAYWRIGHT: Way = [
  ['playwright', 'install', ...(hasApt ? ['--with-deps'] : []), '--no-shell', 'chromium'],
];

function apt(name: string): Way {
  const quiet: Command = ['apt-get', '-qq'];
  return [
    [...quiet, 'update'],
    [...quiet, 'install', '-y', '--no-install-recommends', name],
  ];
}

interface Browser {
  title: string;
  find: () => string | undefined;
  ways: readonly Way[];
  /** What is left to a person to do. */
  advice: string;
}

const BROWSERS: Record<BrowserName, Browser> = {
  chromium: {
    title: 'Chromium',
    find: findChromium,
    ways: [PLAYWRIGHT, ...(hasApt ? [apt('chromium')] : [])],
    advice:
      'run “npx playwright install --with-deps chromium”, or set WAYMARK_CHROMIUM to the path of ' +
      'a Chromium (Chrome itself takes no unpacked extension from the command line)',
  },
  firefox: {
    title: 'Firefox',
    find: findFirefox,
    ways: hasApt ? [apt('firefox-esr'), apt('firefox')] : [],
    advice: 'install Firefox 140 or later, or set WAYMARK_FIREFOX to its path',
  },
};

/**
 * The path of a browser that starts, which is installed if there is none.
 *
 * @throws Error with a sentence that says what to do when there is none and none can be installed.
 */
export async function demandBrowser(name: BrowserName): Promise<string> {
  const { title, find, ways, advice } = BROWSERS[name];
  const found = find();
  // Its own complaint is the better one if it does not start.
  if (found) return found;

  const complaints: string[] = [];
  for (const way of ways) {
    const began = performance.now();
    const tool = way[0]?.[0];
    process.stdout.write(`Installing ${title} (${tool}) … `);
    const complaint = (await follow(way)) ?? (await tryToStart(find(), title));
    const path = find();
    if (complaint === undefined && path) {
      console.log(`done in ${sayDuration(began)}.`);
      return path;
    }
    console.log('that did not work.');
    complaints.push(`${tool}: ${complaint}`);
  }
  const tried = complaints.length > 0 ? `\n\n${complaints.join('\n\n')}` : '';
  throw new Error(`There is no ${title}, and none could be installed: ${advice}.${tried}`);
}

/** Run a way's commands. What the one that failed said, if one did. */
async function follow(way: Way): Promise<string | undefined> {
  for (const command of way) {
    const { code, output } = await run(command, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (code !== 0) return tailOf(output, 5);
  }
  return undefined;
}

/** What is wrong with a browser: libraries may be missing, or the package may be an empty shell. */
async function tryToStart(path: string | undefined, title: string): Promise<string | undefined> {
  if (!path) return `${title} is not where it was expected.`;
  const { code, output } = await run([path, '--version']);
  return code === 0 ? undefined : tailOf(output, 5);
}
