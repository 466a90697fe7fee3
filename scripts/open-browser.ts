import { buildFor } from '../tests/e2e/driver/create-driver.ts';
import type { BrowserName } from '../tests/e2e/driver/driver.ts';
import { launchChromium } from '../tests/e2e/rig/launch-chromium.ts';
import { launchFirefox } from '../tests/e2e/rig/launch-firefox.ts';

const BLOG = 'https://www.elidedbranches.com/';

export interface OpenOptions {
  browser: BrowserName;
  /** Folder of the profile, which is kept: the notes are there next time. */
  profileDir: string;
  /** Where downloads go, in the browser that cannot be told to leave them where they always go. */
  downloadDir: string;
  /** Port of what stands in for the blog, if anything has to. */
  proxyPort?: number;
  headless?: boolean;
}

/** Open a window with Waymark in it on the blog, and wait until the reader closes it. */
export async function openBrowser(options: OpenOptions): Promise<void> {
  const { browser, profileDir, downloadDir, proxyPort, headless = false } = options;
  const common = {
    extensionDir: buildFor(browser),
    userDataDir: profileDir,
    headless,
    ...(proxyPort !== undefined && { proxyPort }),
  };
  if (browser === 'chromium') {
    const { context } = await launchChromium(common);
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    const page = context.pages()[0] ?? (await context.newPage());
    // Playwright takes downloads for itself, and throws them away at the end.
    const session = await context.newCDPSession(page);
    await session.send('Browser.setDownloadBehavior', { behavior: 'default' });
    await page.goto(BLOG);
    await closed;
  } else {
    const { browser: firefox } = await launchFirefox({ ...common, downloadDir });
    const closed = new Promise<void>((resolve) => firefox.once('disconnected', () => resolve()));
    const page = (await firefox.pages())[0] ?? (await firefox.newPage());
    await page.goto(BLOG);
    await closed;
  }
}
