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
}

interface Fixtures {
  /** A blog of this test's own. */
  blog: SampleBlog;
  /** What serves it. */
  server: BlogServer;
  /** A browser with a fresh profile and Waymark's production build. */
  waymark: Driver;
}

export const test = base.extend<Fixtures & Options>({
  driven: ['chromium', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a pattern here
  blog: async ({}, use) => {
    await use(createSampleBlog());
  },
  server: async ({ blog }, use) => {
    const server = await startBlogServer(blog);
    await use(server);
    await server.close();
  },
  waymark: async ({ driven: browser, server }, use) => {
    const driver = await startDriver({ browser, server });
    await use(driver);
    await driver.close();
  },
});
