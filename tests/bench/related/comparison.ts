import { table } from '../table.ts';
import { createRandom } from '../text/random.ts';
import { OWN, PEERS } from './contenders.ts';
import { type LinkedPost, neighboursOf } from './corpus.ts';
import { intervalOf, meanOf, type Quality, qualityOf } from './quality.ts';

/** Places of a list that the reciprocal rank looks at. */
const LISTED = 10;

/** How good everyone's lists are for one corpus: what was asked, and a table. */
export function compareQuality(
  name: string,
  posts: readonly LinkedPost[],
  seed: number,
  log: (line: string) => void,
): string[] {
  const neighbours = neighboursOf(posts);
  const asked = posts.filter(({ id }) => neighbours.get(id)?.size);
  if (asked.length === 0) return [`**${name}**: ${posts.length} posts, no links between them.`];

  const judged = [...OWN, ...PEERS].map(({ name: contender, open }) => {
    const list = open(posts);
    const qualities = asked.map((post) =>
      qualityOf(list(post, LISTED), neighbours.get(post.id) ?? new Set()),
    );
    log(`${name}: ${contender} ${meanOf(qualities.map(({ ndcg }) => ndcg)).toFixed(3)}`);
    return { contender, qualities };
  });
  const gains = judged.map(({ qualities }) => qualities.map(({ ndcg }) => ndcg));
  const [ours, linked] = gains;
  const others = gains.slice(OWN.length);
  const best = others.toSorted((a, b) => meanOf(b) - meanOf(a))[0] ?? [];
  const ratioOf = (drawn: readonly number[], gain = ours) =>
    meanOf(drawn.map((i) => gain?.[i] ?? 0)) / meanOf(drawn.map((i) => best[i] ?? 0));
  const all = asked.map((_, i) => i);
  const [low, high] = intervalOf(asked.length, ratioOf, createRandom(seed));
  return [
    `**${name}**: ${posts.length} posts, ${asked.length} asked about. Waymark's nDCG@5 is ${ratioOf(all).toFixed(2)} × that of the best peer [${low.toFixed(2)}, ${high.toFixed(2)}]; where other posts' links are known, ${ratioOf(all, linked).toFixed(2)} ×.`,
    table(
      ['', 'nDCG@5', 'recall@5', 'MRR'],
      judged.map(({ contender, qualities }) => [
        contender,
        ...(['ndcg', 'recall', 'mrr'] as const).map((measure) => cell(qualities, measure, seed)),
      ]),
    ),
  ];
}

function cell(qualities: readonly Quality[], measure: keyof Quality, seed: number): string {
  const values = qualities.map((quality) => quality[measure]);
  const mean = (drawn: readonly number[]) => meanOf(drawn.map((i) => values[i] ?? 0));
  const [low, high] = intervalOf(values.length, mean, createRandom(seed));
  return `${meanOf(values).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}
