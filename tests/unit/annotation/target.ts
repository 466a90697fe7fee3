import type { Target } from '../../../lib/annotation/target.ts';

/** A target with both kinds of selector. */
export const TARGET: Target = {
  source: 'https://www.elidedbranches.com/2015/03/one.html',
  selector: [
    { type: 'TextQuoteSelector', exact: 'the words', prefix: 'before ', suffix: ' after' },
    { type: 'TextPositionSelector', start: 7, end: 16 },
  ],
  passage: 'the words',
};
