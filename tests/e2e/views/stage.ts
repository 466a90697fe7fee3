import type { BlogPage } from '../driver/blog-page.ts';
import type { Driver } from '../driver/driver.ts';
import type { Surface } from '../driver/surface.ts';
import { waitFor } from '../driver/wait.ts';
import { RECORDS } from './records.ts';

/** A browser in which a reader has been reading for some months. */
export interface Stage {
  waymark: Driver;
  /** A post with a highlight, a note and a question. */
  post: BlogPage;
}

export interface View<On = Stage> {
  /** Also the name of its pictures. */
  name: string;
  /** Whether it is only ever part of a page, which has landmarks and headings of its own. */
  isPart?: boolean;
  /** Whether there is nothing in it to press. */
  isStill?: boolean;
  /** Whether a bar stands over it, from under which what is covered can be scrolled. */
  isUnderBar?: boolean;
  /** CSS pixels. */
  width: number;
  height: number;
  /** Open it in a tab of its own, and wait until it is filled. */
  open(on: On): Promise<Surface>;
}

/** The size that browsers give a popup at most, that of a side panel, and that of a page. */
export const POPUP = { width: 400, height: 600 };
export const PANEL = { width: 360, height: 800 };
export const PAGE = { width: 1280, height: 900 };

const POST = '/2014/02/feedback-in-small-coins.html';
/** What is typed, and what of it shows when it is drawn. */
const NOTE = 'Our reviews, exactly. **Pay as I go:** same day, under a minute, no theory about it.';
export const SHOWN_NOTE = 'exactly. Pay as I go';

/** The reader marks three passages of a post, and has a library of others besides. */
export async function setStage(waymark: Driver): Promise<Stage> {
  const post = await waymark.open(POST);
  await post.select('feedback is a currency', 'one enormous banknote.', '.post-body');
  await post.clickButton('Note');
  await post.writeNote(NOTE);
  await waitFor('the note to count', async () => (await waymark.badgeText(post)) === '1');
  await post.select('Small feedback is a question', 'as much as a judgement,', '.post-body');
  await post.clickButton('Question');
  await post.writeNote('Which question would that be, in our next one-on-one?');
  await waitFor('the question to count', async () => (await waymark.badgeText(post)) === '2');
  await post.highlight('What undid him', 'my first example.');
  await waitFor('the highlight to count', async () => (await waymark.badgeText(post)) === '3');
  await waymark.keep(RECORDS);
  const popup = await waymark.openPopup(post);
  await filled(popup, 'In common');
  await popup.close();
  return { waymark, post };
}

/** Make the text of a view twice as large, as a reader may set it, in a window as wide as a phone. */
export async function enlarge(view: Surface): Promise<void> {
  await view.setSize(320, 640);
  await view.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
}

/** The view, once it shows all of these. */
export async function filled(view: Surface, ...texts: string[]): Promise<Surface> {
  await waitFor(`“${texts.join('”, “')}”`, async () => {
    const text = await view.text();
    return texts.every((part) => text.includes(part));
  });
  return view;
}

/** Looks, one after another, that a view stays the same for before it is taken to be at rest. */
const SAME_LOOKS = 5;

/** Wait until a view is all there: parts of it are loaded when they are needed, and push others down. */
export async function comesToRest(view: Surface): Promise<void> {
  let before = '';
  let same = 0;
  await waitFor('the view to come to rest', async () => {
    const now = await view.evaluate(
      () => `${document.body.scrollHeight} ${document.body.innerHTML}`,
    );
    same = now === before ? same + 1 : 0;
    before = now;
    return same >= SAME_LOOKS;
  });
}
