import { describe } from '../../../lib/anchoring/describe.ts';
import { readText } from '../../../lib/anchoring/dom-text.ts';
import { type Annotation, createAnnotation } from '../../../lib/annotation/annotation.ts';
import { findPosts } from '../../../lib/blog/page.ts';
import { createRandom } from '../text/random.ts';

/** What the page part asks of the page that makes up annotations. */
export interface SeedPage {
  /** Annotations of passages drawn by chance from the post on a page. */
  annotate(html: string, url: string, count: number, seed: number): Annotation[];
}

const page: SeedPage = {
  annotate(html, url, count, seed) {
    const random = createRandom(seed);
    const [post] = findPosts(new DOMParser().parseFromString(html, 'text/html'), url);
    if (!post) throw new Error(`There is no post on ${url}`);
    const { text, passageOf } = readText(post.body);
    const words = Array.from(text.matchAll(/\w+/g));
    return Array.from({ length: count }, () => {
      const length = random.between(4, 30);
      const first = random.between(0, words.length - length);
      const last = words[first + length - 1] as RegExpExecArray;
      const span = { start: words[first]?.index ?? 0, end: last.index + last[0].length };
      return createAnnotation({
        source: post.permalink,
        selector: describe(text, span),
        passage: passageOf(span),
      });
    });
  },
};

Object.assign(globalThis, { page });
