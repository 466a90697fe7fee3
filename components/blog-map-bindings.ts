import type { MapPost } from './blog-map-post.ts';

/** How many labels have a binding of their own: more colours and signs could not be told apart. */
export const MOST_BINDINGS = 7;
/** The binding of posts whose labels are all rarer. */
export const OTHER_LABELS = 7;
/** The binding of posts without labels. */
export const NO_LABEL = 8;

/** Which label each book is bound in. */
export interface Bindings {
  /** The labels with a binding of their own, the commonest first: the number is the place. */
  labels: readonly string[];
  bindingOf(post: MapPost): number;
}

/**
 * The commonest labels of a blog, each with a binding. A post that has several of them is bound
 * in the rarest: a label that most posts have says the least of any of them.
 */
export function createBindings(posts: readonly MapPost[]): Bindings {
  const counts = new Map<string, number>();
  for (const { labels } of posts) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_BINDINGS)
    .map(([label]) => label);
  const places = new Map(labels.map((label, place) => [label, place]));
  const find = (post: MapPost) => {
    if (post.labels.length === 0) return NO_LABEL;
    const known = post.labels.flatMap((label) => places.get(label) ?? []);
    return known.length > 0 ? Math.max(...known) : OTHER_LABELS;
  };
  // Asked for again and again while the posts are sorted.
  const found = new Map(posts.map((post) => [post, find(post)]));
  return { labels, bindingOf: (post) => found.get(post) ?? find(post) };
}

/** What a binding is called where labels are chosen by their names: no label is written so. */
const OTHER_KEY = '*';
const NO_LABEL_KEY = '';

/** The label of a binding, or what stands for the two that have none. */
export function labelKeyOf(binding: number, { labels }: Bindings): string {
  if (binding === NO_LABEL) return NO_LABEL_KEY;
  return labels[binding] ?? OTHER_KEY;
}

/** Whether a post has the label, even if its book is bound in another. */
export function hasLabel(post: MapPost, key: string, { bindingOf }: Bindings): boolean {
  if (key === OTHER_KEY) return bindingOf(post) === OTHER_LABELS;
  return key === NO_LABEL_KEY ? post.labels.length === 0 : post.labels.includes(key);
}
