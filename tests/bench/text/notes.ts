import { type Annotation, createAnnotation } from '../../../lib/annotation/annotation.ts';
import { withColour, withNote, withTags } from '../../../lib/annotation/changes.ts';
import { COLOURS } from '../../../lib/annotation/colour.ts';
import { createWriter } from './prose.ts';
import { createRandom } from './random.ts';

/** Posts that the notes are on; the blog has some four hundred. */
const POSTS = 400;

/**
 * Annotations as a reader of years would have them: a passage of a sentence to a paragraph, to
 * every third a note, to every second a tag or two, made three hours apart.
 */
export function makeNotes(count: number, seed: number): Annotation[] {
  const random = createRandom(seed);
  const writer = createWriter(random);
  const wordsOf = (length: number) => writer.paragraph().split(' ').slice(0, length).join(' ');
  const tags = Array.from({ length: 80 }, () => wordsOf(random.between(1, 2)));
  const now = Date.UTC(2026, 10, 22);
  return Array.from({ length: count }, (_, index) => {
    const made = new Date(now - index * 3 * 3_600_000);
    const passage = wordsOf(random.between(8, 90));
    let annotation = createAnnotation(
      {
        source: `https://www.elidedbranches.com/2016/01/post-${random.between(1, POSTS)}.html`,
        selector: [{ type: 'TextQuoteSelector', exact: passage, prefix: '', suffix: '' }],
        passage,
      },
      made,
    );
    if (random.chance(1 / 3))
      annotation = withNote(annotation, wordsOf(random.between(4, 40)), made);
    if (random.chance(1 / 2)) {
      const some = [tags[random.between(0, 79)], tags[random.between(0, 79)]];
      annotation = withTags(
        annotation,
        some.filter((tag) => tag !== undefined),
        made,
      );
    }
    const colour = COLOURS[random.between(0, 4)];
    return colour ? withColour(annotation, colour, made) : annotation;
  });
}
