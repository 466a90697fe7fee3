import type { PostFinder } from '../../lib/blog/post-finder.ts';
import type { Annotating } from './annotating.ts';
import { linesOf } from './floating.ts';
import type { PageAnnotations } from './page-annotations.ts';
import { copyQuote } from './quote.ts';

export interface CopyingServices {
  document: Document;
  finder: PostFinder;
  page: PageAnnotations;
  notify: Annotating['notify'];
}

/** Copying a passage with a link to its post, and a word to the reader whether that was done. */
export function createCopying({
  document,
  finder,
  page,
  notify,
}: CopyingServices): (range: Range) => void {
  return (range) => {
    const found = page.passageIn(range);
    if (!found) return;
    const { source: permalink, passage } = found;
    const posts = finder.findPosts(document, document.location.href);
    const title = posts.find((post) => post.permalink === permalink)?.title ?? '';
    const isCopied = copyQuote(document, { passage, title, permalink });
    notify(
      isCopied ? 'quoteCopied' : 'quoteNotCopied',
      () => {},
      () => linesOf(range),
    );
  };
}
