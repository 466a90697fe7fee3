import { type Annotation, createAnnotation } from '../../lib/annotation/annotation.ts';
import { createAnnotated } from '../bench/text/annotated.ts';
import type { Driver } from '../e2e/driver/driver.ts';
import { CANONICAL_ORIGIN } from '../fixtures/blog/site.ts';

/** The blog has some four hundred posts; those that the sample has not are made up. */
export const POSTS = 400;
/** The post of the sample that is opened, and a passage of it that is not annotated before. */
export const POST = '/2013/03/what-one-on-ones-are-for.html';
export const PASSAGE = 'Nor is it for my questions, or not first.';
/** Annotations on that post, if it has as many passages. */
const ON_POST = 20;
/** Annotations written in one transaction. */
const CHUNK = 2000;
const SEED = 20_261_123;

/** Annotations of the post that is opened. */
export async function listHere(waymark: Driver): Promise<Annotation[]> {
  const page = await waymark.open(POST);
  const whole = await page.evaluate(() => document.querySelector('.post-body')?.textContent ?? '');
  // Long ones, which are found again without what stands around them.
  const passages = whole.match(/(?<=[.?!] )[A-Z][^.?!\n]{60,200}[.?!](?= )/g) ?? [];
  await page.close();
  return passages
    .filter((passage) => !PASSAGE.includes(passage))
    .slice(0, ON_POST)
    .map(anAnnotation);
}

/** Write these annotations and others up to a count, with the posts they are on. @returns their ids. */
export async function fill(
  waymark: Driver,
  here: readonly Annotation[],
  count: number,
  log: (line: string) => void,
) {
  const posts = createAnnotated({ posts: POSTS, annotations: count, seed: SEED });
  const elsewhere = posts.flatMap(({ annotations }) => annotations).slice(0, count - here.length);
  await waymark.keep({
    posts: posts.map(({ permalink, title, labels, published, text }) => ({
      ...{ permalink, title, labels, published, text, excerpt: false },
    })),
  });
  const all = [...here, ...elsewhere];
  for (let from = 0; from < all.length; from += CHUNK) {
    await waymark.keep({ annotations: all.slice(from, from + CHUNK) });
  }
  log(`${all.length} annotations written`);
  return all.map(({ id }) => id);
}

function anAnnotation(passage: string): Annotation {
  const selector = [{ type: 'TextQuoteSelector' as const, exact: passage, prefix: '', suffix: '' }];
  return createAnnotation({ source: `${CANONICAL_ORIGIN}${POST}`, selector, passage });
}
