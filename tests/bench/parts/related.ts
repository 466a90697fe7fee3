import { load } from '../measure.ts';
import { reachTable } from '../reach.ts';
import { compareQuality } from '../related/comparison.ts';
import { readCorpus, readSampleBlog } from '../related/corpus.ts';
import { measureCost } from '../related/cost.ts';
import type { Section } from '../table.ts';

export interface RelatedBench {
  /** Draws of chance begin here. */
  seed: number;
  log(line: string): void;
  /** Folders of JSON posts to judge by; the sample blog, and the cost beside it, if there are none. */
  folders: readonly string[];
}

/** How well related posts are listed, and what that costs, beside full-text search engines. */
export async function measureRelated({ seed, log, folders }: RelatedBench): Promise<Section> {
  const blocks = [
    "Posts with links between them; the links are hidden, the words they stand on taken out of the text where the corpus says which they are, and each post that has any is asked for the posts it is linked with, from it or to it. *nDCG@5* and *recall@5* judge the first five, *MRR* the first ten; in brackets the interval that holds 95 % of 2,000 bootstraps over the posts asked about. All are asked for a fixed number of posts, Waymark too, without the floors that a reader's list has; *as shown* is that list. *Other links known* hides the links of the post asked about alone and leaves Waymark those between other posts, as a reader's library has them; no peer can read any. BM25, Lunr, FlexSearch and MiniSearch *at its best* are given stems, Waymark's stop words, the title twice and the best 50 terms of the post; MiniSearch by default the whole post.",
  ];
  const corpora = folders.length > 0 ? folders : [undefined];
  for (const folder of corpora) {
    const posts = folder === undefined ? readSampleBlog() : readCorpus(folder);
    const name = folder ?? 'the sample blog';
    blocks.push(...compareQuality(name, posts, seed, log));
  }
  if (folders.length === 0) {
    const { tables, goals } = measureCost(seed, log);
    blocks.push(
      `Cost at 1,000 and 10,000 made-up posts of 800 words (seed ${seed}), contenders taking turns, medians; milliseconds are processor time of the one thread, ratios are to Waymark's (load ${load().toFixed(1)}). *Build and first list* counts what Waymark puts off until it is asked; MiniSearch has it in its build. *List* is the whole list of related posts without reasons, *with reasons* with shared terms and nearest sentences; MiniSearch's is a query with the whole post. *Stored* is the index as bytes, MiniSearch's as its JSON.`,
      ...tables,
      reachTable(goals),
    );
  }
  return { title: 'Related posts', blocks };
}
