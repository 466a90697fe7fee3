import { createAnnotation } from '../../../lib/annotation/annotation.ts';
import { createPainter } from '../../../lib/highlight/painter.ts';
import { createHighlightSession } from '../../../lib/highlight/session.ts';
import { type CaseOptions, type CaseText, setUpCase } from './cases.ts';
import { countNodes, nextFrame } from './long-page.ts';
import type { ClientAnnotation, SidebarStandIn } from './sidebar.ts';

/** What the restore part asks of its page. */
export interface RestorePage {
  setUp(options: CaseOptions): Promise<void>;
  /** Start the Hypothesis client and wait until it can be given annotations. */
  startHypothesis(): Promise<void>;
  /** Restore so many annotations; milliseconds of the clock until the next frame. */
  run(contender: string, count: number): Promise<Restored>;
}

export interface Restored {
  wall: number;
  nodes: number;
  /** Passages found, rightly or not. */
  found: number;
}

const SOURCE = 'https://www.elidedbranches.com/2026/01/a-long-page.html';
let text: CaseText | undefined;
let sidebar: SidebarStandIn | undefined;

const page: RestorePage = {
  async setUp(options) {
    text = setUpCase(options)[0];
    await nextFrame();
    await nextFrame();
  },
  async startHypothesis() {
    const { origin } = location;
    const ready = new Promise<SidebarStandIn>((resolve) => {
      Object.assign(globalThis, { onSidebarReady: resolve });
    });
    const config = document.createElement('script');
    config.type = 'application/json';
    config.className = 'js-hypothesis-config';
    config.textContent = JSON.stringify({
      assetRoot: `${origin}/hypothesis/`,
      sidebarAppUrl: `${origin}/sidebar.html`,
      notebookAppUrl: `${origin}/nothing.html`,
      profileAppUrl: `${origin}/nothing.html`,
    });
    const boot = document.createElement('script');
    boot.src = `${origin}/hypothesis/build/boot.js`;
    document.head.append(config, boot);
    sidebar = await ready;
    await new Promise((resolve) => setTimeout(resolve, 500));
  },
  async run(contender, count) {
    if (!text) throw new Error('No page is set up');
    const passages = text.passages.slice(0, count);
    const before = countNodes();
    let found = 0;
    let start: number;
    if (contender === 'Waymark') {
      const annotations = passages.map(({ described }) =>
        createAnnotation({
          source: SOURCE,
          selector: [...described.selectors],
          passage: described.quote.exact,
        }),
      );
      start = performance.now();
      const session = createHighlightSession({ permalink: SOURCE, body: text.root });
      await session.setAnnotations(annotations);
      const marks = session.marks();
      createPainter(CSS.highlights).paintPassages(marks);
      found = marks.length;
    } else {
      if (!sidebar) throw new Error('The client is not started');
      const annotations = passages.map(
        ({ described }, index): ClientAnnotation => ({
          $tag: `t${index}`,
          $cluster: 'other-content',
          uri: location.href,
          target: [
            {
              source: location.href,
              selector: [described.range, described.position, described.quote],
            },
          ],
        }),
      );
      start = performance.now();
      found = await sidebar.load(annotations);
    }
    await nextFrame();
    return { wall: performance.now() - start, nodes: countNodes() - before, found };
  },
};

Object.assign(globalThis, { page });
