import type { Annotation } from '../../../lib/annotation/annotation.ts';
import { createAnnotation } from '../../../lib/annotation/annotation.ts';
import { withNote, withTags } from '../../../lib/annotation/changes.ts';
import { KINDS } from '../../../lib/annotation/kind.ts';
import type { AnnotatedPost } from '../../../lib/markdown/annotated-post.ts';
import { createWriter } from './prose.ts';
import { drawQuotes } from './quotes.ts';
import { createRandom } from './random.ts';

/** What engineers write about, and Markdown reads as something else. */
const SIGNS = [
  'snake_case_names and *args',
  'if a < b && b > c',
  '# of reports',
  '1. first of all',
  'see [1] and (2)',
  'https://example.com/a_b?c=d',
  'www.example.com',
  'C:\\temp\\',
  '~~never~~',
  '`git push`',
  '| a | b |',
  '&amp; so on',
  'x == y == z',
  'me@example.com',
  '<T> of <U>',
  '- not a list',
];

const NOTES = [
  'We should try this.',
  'Compare with what I wrote about the last review.',
  '**Important:** ask first, then wait.',
  '- one\n- two\n- three',
  'As she says: *nobody* does. See [the post](https://www.elidedbranches.com/).',
  'Two paragraphs.\n\nThis is the second.',
];

export interface AnnotatedOptions {
  posts: number;
  annotations: number;
  seed: number;
}

/** Posts of some 1,000 words, with annotations: passages of 4 to 30 words, half with a note. */
export function createAnnotated({ posts, annotations, seed }: AnnotatedOptions): AnnotatedPost[] {
  const random = createRandom(seed);
  const writer = createWriter(random);
  const pick = <T>(items: readonly T[]) => items[random.between(0, items.length - 1)] as T;
  const made = new Date('2026-01-02T03:04:05.000Z');
  return Array.from({ length: posts }, (_, index) => {
    const paragraphs = writer
      .paragraphs(1000)
      .map((text) => (random.chance(0.2) ? `${pick(SIGNS)} ${text} ${pick(SIGNS)}` : text));
    const permalink = `https://www.elidedbranches.com/2015/03/post-${index}.html`;
    const quotes = drawQuotes(paragraphs, Math.ceil(annotations / posts), random);
    return {
      permalink,
      title: `Post ${index}`,
      labels: ['management'],
      published: '2015-03-04T05:06:07Z',
      text: paragraphs.join('\n\n'),
      annotations: quotes.map(({ paragraph, start, end }): Annotation => {
        const exact = paragraphs[paragraph]?.slice(start, end) ?? '';
        const selector = { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' } as const;
        const target = { source: permalink, selector: [selector], passage: exact };
        const annotation = createAnnotation(target, made, pick(KINDS));
        const noted = random.chance(0.5) ? withNote(annotation, pick(NOTES), made) : annotation;
        return random.chance(0.3) ? withTags(noted, ['team', 'one-on-ones'], made) : noted;
      }),
    };
  });
}
