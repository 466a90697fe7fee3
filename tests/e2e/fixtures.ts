import { test as base, expect } from '@playwright/test';
import { createSampleBlog, type SampleBlog } from '../fixtures/blog/sample-blog.ts';
import type { BrowserName, Driver } from './driver/driver.ts';
import { startDriver } from './driver/start-driver.ts';
import { type BlogServer, startBlogServer } from './rig/blog-server.ts';

export { expect };

/** What a project of the configuration says about its browser. */
export interface Options {
  /** The browser to drive. Playwright's own option for that knows of no other driver. */
  driven: BrowserName;
  /** Whether the test restarts the browser, which then is one of its own. */
  restarts: boolean;
}

interface Fixtures {
  /** A blog of this test's own. */
  blog: SampleBlog;
  /** What serves it. */
  server: BlogServer;
  /**
   * A browser with Waymark's production build, as new. A browser takes longer to start than most
   * tests take, so those that run one after another have the same, which is reset in between.
   */
  waymark: Driver;
}

/** What tests that run one after another share. */
interface Shared {
  shared: { driver?: Driver; port?: number };
}

export const test = base.extend<Fixtures & Options, Shared>({
  driven: ['chromium', { option: true }],
  restarts: [false, { option: true }],
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a pattern here
    async ({}, use) => {
      const shared: Shared['shared'] = {};
      await use(shared);
      await shared.driver?.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a pattern here
  blog: async ({}, use) => {
    await use(createSampleBlog());
  },
  server: async ({ blog, shared }, use) => {
    // The browser that is shared looks for the blog where the first test had it.
    const server = await startBlogServer(blog, shared.port);
    shared.port = server.port;
    await use(server);
    await server.close();
  },
  waymark: async ({ driven: browser, restarts, server, shared }, use) => {
    if (restarts) {
      const driver = await startDriver({ browser, server });
      await use(driver);
      return driver.close();
    }
    shared.driver ??= await startDriver({ browser, server });
    await use(shared.driver);
    await shared.driver.reset();
  },
});
