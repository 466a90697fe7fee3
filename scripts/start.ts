import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../tests/e2e/driver/driver.ts';
import { startDriver } from '../tests/e2e/driver/start-driver.ts';
import { type BlogServer, startBlogServer } from '../tests/e2e/rig/blog-server.ts';
import { demandBrowser } from './install-browser.ts';
import { doMainJob } from './main-job.ts';
import { openBrowser } from './open-browser.ts';
import { type Command, run, sayDuration, tailOf } from './run-command.ts';

const HELP = `Try Waymark: builds it, and opens a browser with it on the blog.

  npm start [-- options]

  --firefox    in Firefox rather than in Chromium
  --sample     on the bundled sample blog, even where the network reaches the real one
  --headless   without a window: do the main job unattended, and leave pictures and the
               exported Markdown in out/; so it is anyway where there is no display
  --help       this text
`;

const BLOG = 'https://www.elidedbranches.com/';
/** Milliseconds the blog has to answer, or the sample stands in for it. */
const BLOG_TIMEOUT = 3000;

/** A post of the sample that others are related to; of the real blog the latest is read. */
const SAMPLE_POST = '/2014/02/feedback-in-small-coins.html';

const OUT = join(import.meta.dirname, '..', 'out');

const BUILDS: Record<BrowserName, Command> = {
  chromium: ['wxt', 'build', '--browser', 'chrome'],
  firefox: ['wxt', 'build', '--browser', 'firefox', '--mv3'],
};

const TITLES: Record<BrowserName, string> = { chromium: 'Chromium', firefox: 'Firefox' };

async function start(options: ReturnType<typeof readOptions>): Promise<void> {
  const { browser, sample, headless } = options;
  await build(browser);
  await demandBrowser(browser);
  const server = sample || !(await reachesBlog()) ? await startBlogServer() : undefined;
  console.log(
    server
      ? `The blog: the bundled sample${sample ? '' : ', since the network does not reach it'}.`
      : `The blog: ${BLOG}`,
  );
  try {
    await (headless ? tryUnattended(browser, server) : open(browser, server));
  } finally {
    await server?.close();
  }
}

async function build(browser: BrowserName): Promise<void> {
  const began = performance.now();
  process.stdout.write(`Building Waymark for ${TITLES[browser]} … `);
  const { code, output } = await run(BUILDS[browser]);
  console.log(code === 0 ? `done in ${sayDuration(began)}.` : 'failed.');
  if (code !== 0) throw new Error(tailOf(output));
}

async function reachesBlog(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(BLOG_TIMEOUT);
    const { ok, url } = await fetch(BLOG, { method: 'HEAD', signal });
    // A network that wants one to sign in first leads elsewhere.
    return ok && new URL(url).hostname === new URL(BLOG).hostname;
  } catch {
    return false;
  }
}

async function tryUnattended(browser: BrowserName, server: BlogServer | undefined) {
  const began = performance.now();
  console.log(`${TITLES[browser]}, without a window, does what a reader does:`);
  const waymark = await startDriver({ browser, ...(server && { server }) });
  try {
    await doMainJob({ waymark, out: OUT, ...(server && { post: SAMPLE_POST }) });
  } catch (error) {
    // Of two failures the first is the one to tell.
    await waymark.close().catch(() => undefined);
    throw error;
  }
  await waymark.close();
  console.log(`All of it worked, in ${sayDuration(began)}. Pictures and waymark.md are in out/.`);
}

async function open(browser: BrowserName, server: BlogServer | undefined): Promise<void> {
  console.log(`${TITLES[browser]} opens with Waymark in it. Select some words of a post.`);
  console.log('This goes on until the browser is closed; what you write is kept in out/profiles.');
  const profileDir = join(OUT, 'profiles', browser);
  await mkdir(profileDir, { recursive: true });
  await openBrowser({
    browser,
    profileDir,
    downloadDir: OUT,
    ...(server && { proxyPort: server.port }),
  });
}

function readOptions() {
  const off = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: { firefox: off, sample: off, headless: off, help: off },
  });
  const { env, platform } = process;
  const hasDisplay = platform !== 'linux' || !!(env.DISPLAY || env.WAYLAND_DISPLAY);
  return {
    browser: values.firefox ? ('firefox' as const) : ('chromium' as const),
    sample: values.sample,
    headless: values.headless || !hasDisplay,
    help: values.help,
  };
}

try {
  const options = readOptions();
  if (options.help) console.log(HELP);
  else await start(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
