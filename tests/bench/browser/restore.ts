import { readText } from '../../../lib/anchoring/dom-text.ts';
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
  /** Have ready what a library would hold: so many annotations, as the contender stores them. */
  prepare(contender: string, count: number): void;
  /** Restore the annotations that are ready; milliseconds of the clock until the next frame. */
  run(): Promise<Restored>;
  /** Read the page's text, or do nothing at all, which costs the page something too. */
  read(isEmpty: boolean): void;
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
  prepare(contender, count) {
    const passages = text?.passages.slice(0, count) ?? [];
    restore = contender === 'Waymark' ? restoreWaymark(passages) : restoreClient(passages);
  },
  async run() {
    const before = countNodes();
    const start = performance.now();
    const found = await restore();
    await nextFrame();
    return { wall: performance.now() - start, nodes: countNodes() - before, found };
  },
  read(isEmpty) {
    if (text && !isEmpty) readText(text.root);
  },
};

/** Find and paint passages; how many there were. */
type Restore = () => Promise<number>;

let restore: Restore = async () => 0;

function restoreWaymark(passages: CaseText['passages']): Restore {
  const annotations = passages.map(({ described }) =>
    createAnnotation({
      source: SOURCE,
      selector: [...described.selectors],
      passage: described.quote.exact,
    }),
  );
  return async () => {
    if (!text) throw new Error('No page is set up');
    const session = createHighlightSession({ permalink: SOURCE, body: text.root });
    await session.setAnnotations(annotations);
    const marks = session.marks();
    createPainter(CSS.highlights).paintPassages(marks);
    return marks.length;
  };
}

function restoreClient(passages: CaseText['passages']): Restore {
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
  return async () => {
    if (!sidebar) throw new Error('The client is not started');
    return sidebar.load(annotations);
  };
}

Object.assign(globalThis, { page });
