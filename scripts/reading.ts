import type { BlogPage } from '../tests/e2e/driver/blog-page.ts';
import { waitFor } from '../tests/e2e/driver/wait.ts';

/** Where the blog keeps a post's text, in its own markup. */
export const POST_BODY = '.post-body';

/** A sentence, and the phrases at its two ends, which the mouse is dragged between. */
export interface Sentence {
  text: string;
  from: string;
  to: string;
}

/** The address of the first post on a page that shows several. */
export async function findFirstPost(page: BlogPage): Promise<string> {
  return waitFor('the title of a post', () =>
    page.evaluate(() => document.querySelector<HTMLAnchorElement>('.post-title a[href]')?.href),
  );
}

/** The title of the post on its own page. */
export async function readTitle(page: BlogPage): Promise<string> {
  const title = await page.evaluate(() => document.querySelector('.post-title')?.textContent);
  return title?.trim() ?? '';
}

/**
 * A sentence worth marking on the page of a post: of a good length, and said only once. The text
 * of the real blog is not known beforehand.
 *
 * @throws Error when the page has none.
 */
export async function chooseSentence(page: BlogPage): Promise<Sentence> {
  const text = await waitFor('the text of the post', () =>
    page.evaluate(() => {
      const body = document.querySelector<HTMLElement>('.post-body');
      return body?.innerText || undefined;
    }),
  );
  const paragraphs = text.split(/\n+/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim());
  const sentences = paragraphs.flatMap(
    (paragraph) => paragraph.match(/(?<=^|[.?!] )\p{Lu}[^.?!]{80,200}\.(?= |$)/gu) ?? [],
  );
  const all = paragraphs.join(' ');
  for (const sentence of sentences) {
    const words = sentence.split(' ');
    const [from, to] = [words.slice(0, 4).join(' '), words.slice(-3).join(' ')];
    const isUnique = [from, to].every((phrase) => all.split(phrase).length === 2);
    if (isUnique) return { text: sentence, from, to };
  }
  throw new Error('There is no sentence on this page that could be marked.');
}
