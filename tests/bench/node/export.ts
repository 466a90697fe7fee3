import { createAnnotated } from '../text/annotated.ts';
import { CONTENDERS, countExact } from './export-contenders.ts';

/*
 * One contender in a process of its own, so that none warms up for another, and what it needs of
 * memory is its own: `node export.ts <contender> <seed> <annotations> <rounds>` writes JSON.
 */

const [name = '', seed = '1', annotations = '10000', rounds = '5'] = process.argv.slice(2);
const contender = CONTENDERS[name];
if (!contender) throw new Error(`No contender ${name}`);
const posts = createAnnotated({ posts: 300, annotations: Number(annotations), seed: Number(seed) });
const write = contender.prepare(posts);
const memoryBefore = process.memoryUsage().rss;
const cpu: number[] = [];
let markdown = '';
for (let round = 0; round < Number(rounds); round++) {
  const begun = process.cpuUsage();
  markdown = write();
  const { user, system } = process.cpuUsage(begun);
  cpu.push((user + system) / 1000);
}
const { maxRSS } = process.resourceUsage();
const total = posts.reduce((sum, post) => sum + post.annotations.length, 0);
process.stdout.write(
  JSON.stringify({
    cpu,
    megabytes: (maxRSS * 1024 - memoryBefore) / 2 ** 20,
    characters: markdown.length,
    total,
    exact: posts.reduce((sum, post) => sum + countExact(contender.prepare([post])(), [post]), 0),
  }),
);
