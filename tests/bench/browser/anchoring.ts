import { type CaseOptions, type CaseText, setUpCase } from './cases.ts';
import { CONTENDERS } from './contenders.ts';
import { scoreOf } from './score.ts';

/** What the anchoring part asks of its page, one call after the other. */
export interface AnchoringPage {
  setUp(options: CaseOptions): void;
  /** Look for the passages, until all are done or the milliseconds are spent. */
  run(contender: string, budget: number): Promise<{ wall: number; searched: number }>;
  /** How the latest run ended. */
  score(): ReturnType<typeof scoreOf>;
}

let texts: CaseText[] = [];
let found: (Range | undefined)[] = [];

const page: AnchoringPage = {
  setUp(options) {
    texts = setUpCase(options);
  },
  async run(name, budget) {
    const contender = CONTENDERS.find((each) => each.name === name);
    if (!contender) throw new Error(`No contender is called ${name}`);
    contender.forget?.();
    document.body.getBoundingClientRect();
    found = [];
    const start = performance.now();
    for (const { root, passages } of texts) {
      const find = contender.open(root);
      for (const { described } of passages) {
        found.push(await find(described));
        if (performance.now() - start > budget) break;
      }
      if (performance.now() - start > budget) break;
    }
    return { wall: performance.now() - start, searched: found.length };
  },
  score: () => scoreOf(texts, found),
};

Object.assign(globalThis, { page });
