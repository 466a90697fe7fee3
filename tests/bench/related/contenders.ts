import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { createRelatedness } from '../../../lib/relatedness/index.ts';
import { STOP_WORDS } from '../../../lib/relatedness/stop-words.ts';
import { createBm25 } from './bm25.ts';
import { type LinkedPost, toPost } from './corpus.ts';

/** Lists the posts nearest to one: gets to know all of them, then answers for each. */
export interface Contender {
  name: string;
  open(posts: readonly LinkedPost[]): (post: LinkedPost, most: number) => string[];
}

/** What MiniSearch was best with, on the blogs it was tried on. */
const BEST_TERMS = 50;

/** As many posts as asked for, however near. */
const WAYMARK: Contender = {
  name: 'Waymark',
  open(posts) {
    const { related } = createRelatedness(posts.map(toPost));
    return ({ id }, limit) =>
      related(toPost({ id } as LinkedPost).permalink, { limit }).map(({ post }) => post.permalink);
  },
};

/**
 * The same where the author's links between other posts are known, as they are in use: hidden are
 * those of the post asked about, to it and from it, one post after the other.
 */
const WAYMARK_LINKED: Contender = {
  name: 'Waymark, other links known',
  open(posts) {
    const linked = posts.map((post) => ({ ...toPost(post), links: post.links }));
    const relatedness = createRelatedness(linked);
    const hide = (id: string) => {
      for (const post of linked) {
        if (post.permalink === id) relatedness.save({ ...post, links: [] });
        else if (post.links.includes(id)) {
          relatedness.save({ ...post, links: post.links.filter((link) => link !== id) });
        }
      }
    };
    return ({ id }, limit) => {
      hide(id);
      const { permalink } = toPost({ id } as LinkedPost);
      const found = relatedness.related(permalink, { limit }).map(({ post }) => post.permalink);
      for (const post of linked) {
        if (post.permalink === id || post.links.includes(id)) relatedness.save(post);
      }
      return found;
    };
  },
};

/** What a reader is shown of it: at most five, and only what is near enough. */
const WAYMARK_SHOWN: Contender = {
  name: 'Waymark, as shown',
  open(posts) {
    const { related } = createRelatedness(posts.map(toPost));
    return ({ id }) =>
      related(toPost({ id } as LinkedPost).permalink).map(({ post }) => post.permalink);
  },
};

/** The whole post is the query: title and text as they stand. */
const MINISEARCH: Contender = {
  name: 'MiniSearch',
  open(posts) {
    const search = new MiniSearch({ fields: ['title', 'text'] });
    search.addAll(posts);
    return ({ id, title, text }, most) => listOthers(id, most, search.search(`${title} ${text}`));
  },
};

const MINISEARCH_BEST: Contender = {
  name: 'MiniSearch, at its best',
  open(posts) {
    const search = new MiniSearch({ fields: ['title', 'text'], processTerm: toStem });
    search.addAll(posts);
    const bestTerms = createBestTerms(posts);
    return ({ id }, most) =>
      listOthers(
        id,
        most,
        search.search(bestTerms(id).join(' '), {
          boost: { title: 2 },
          processTerm: (term) => term,
        }),
      );
  },
};

const BM25: Contender = {
  name: 'BM25',
  open(posts) {
    const bm25 = createBm25(posts.map(stemsOf));
    const places = new Map(posts.map(({ id }, place) => [id, place]));
    return ({ id }, most) => {
      const scores = bm25.scores(bm25.bestTerms(places.get(id) ?? -1, BEST_TERMS));
      const ranked = posts
        .map((post, i) => ({ id: post.id, score: scores[i] ?? 0 }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score);
      return listOthers(id, most, ranked);
    };
  },
};

const LUNR: Contender = {
  name: 'Lunr',
  open(posts) {
    const index = lunr(function (this: lunr.Builder) {
      this.ref('id');
      this.field('title', { boost: 2 });
      this.field('text');
      for (const post of posts) this.add(post);
    });
    const bestTerms = createBestTerms(posts);
    return ({ id }, most) => {
      const found = index.query((query: lunr.Query) => {
        for (const term of bestTerms(id)) query.term(term, { usePipeline: false });
      });
      return listOthers(
        id,
        most,
        found.map(({ ref }: { ref: string }) => ({ id: ref })),
      );
    };
  },
};

const FLEXSEARCH: Contender = {
  name: 'FlexSearch',
  open(posts) {
    const encode = (text: string) =>
      text.split(/[^A-Za-z0-9+#']+/).flatMap((word) => toStem(word) || []);
    const index = new FlexSearch.Index({ tokenize: 'strict', encode });
    for (const { id, title, text } of posts) index.add(id, `${title} ${text}`);
    const bestTerms = createBestTerms(posts);
    return ({ id }, most) => {
      const found = index.search(bestTerms(id).join(' '), { limit: most + 1, suggest: true });
      return listOthers(
        id,
        most,
        found.map((other) => ({ id: String(other) })),
      );
    };
  },
};

/** Waymark's own, and then those it is compared with. */
export const OWN = [WAYMARK, WAYMARK_LINKED, WAYMARK_SHOWN];
export const PEERS = [MINISEARCH, MINISEARCH_BEST, LUNR, FLEXSEARCH, BM25];

function listOthers(id: string, most: number, found: readonly { id: string }[]): string[] {
  return found
    .map((other) => other.id)
    .filter((other) => other !== id)
    .slice(0, most);
}

function toStem(word: string): string | null {
  const lower = word.toLowerCase();
  return lower === '' || STOP_WORDS.has(lower) ? null : stemmer(lower);
}

function stemsOf({ title, text }: LinkedPost): string[] {
  return `${title} ${title} ${text}`
    .split(/[^A-Za-z0-9+#']+/)
    .flatMap((word) => toStem(word) ?? []);
}

/** The best words of each post to ask others for, the same for all who are asked. */
function createBestTerms(posts: readonly LinkedPost[]): (id: string) => string[] {
  const bm25 = createBm25(posts.map(stemsOf));
  const places = new Map(posts.map(({ id }, place) => [id, place]));
  return (id) => bm25.bestTerms(places.get(id) ?? -1, BEST_TERMS);
}
