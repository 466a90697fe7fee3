import { fromMarkdown } from 'mdast-util-from-markdown';
import { test } from 'vitest';
import { toMarkdown } from '../../../lib/markdown/document.ts';
import { aPost, wordsOf } from './read.ts';
test('x', () => {
  for (const p of ['\n b <b>```\n*```\n- ', '```\n*```', 'a `\n* b`','<?é\r']) {
    const md = toMarkdown([aPost([['PASSAGE', p], 'PASSAGE'])], {});
    console.log(JSON.stringify([md, wordsOf(fromMarkdown(p)), wordsOf(...fromMarkdown(md).children.slice(2, -1))]));
  }
});
