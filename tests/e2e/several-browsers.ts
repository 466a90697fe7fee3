import { type Couch, startCouch } from '../couch/server.ts';
import type { BlogPage } from './driver/blog-page.ts';
import type { Driver } from './driver/driver.ts';
import type { Surface } from './driver/surface.ts';
import type { Named } from './driver/tab.ts';
import { expect, test } from './fixtures.ts';

/* What tests have in common in which several browsers have one server between them. */

export const POST = '/2026/05/leaving-job-well.html';
export const PASSAGE = 'I have left five jobs.';

export const card = { role: 'article', name: PASSAGE } as const;
export const button = (name: string) => ({ role: 'button', name }) as const;
export const field = (name: string) => ({ role: 'textbox', name }) as const;
export const ADDRESS = field('Server’s address, as in https://couch.example.com:6984');

/** Have a server for the tests of a file. */
export function useCouch(): { readonly couch: Couch } {
  let couch: Couch | undefined;
  test.beforeAll(async () => {
    couch = await startCouch();
  });
  test.afterAll(() => couch?.close());
  return {
    get couch() {
      if (!couch) throw new Error('The server has not started.');
      return couch;
    },
  };
}

/** Open the post, and write a note about the passage. */
export async function openAndWrite(waymark: Driver, note: string): Promise<BlogPage> {
  const page = await waymark.open(POST);
  await page.select(PASSAGE);
  await page.clickButton('Note');
  await page.writeNote(note);
  await expect.poll(() => page.painted()).toEqual([PASSAGE]);
  return page;
}

/** Open what the settings say of sync, in a browser whose reader lets Waymark reach the server. */
export async function openSettings(waymark: Driver): Promise<Surface> {
  await waymark.allowSite('http://127.0.0.1');
  return waymark.openOwnPage('options.html#sync');
}

/** What a view shows after the reader has clicked on something in the settings, more than once. */
export function pollAfter<T>(settings: Surface, path: readonly Named[], view: () => Promise<T>) {
  const look = async () => {
    await settings.click(...path);
    return view();
  };
  return expect.poll(look, { intervals: [500] });
}
