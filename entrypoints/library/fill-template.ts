import type { AnnotatedPost } from '../../lib/markdown/annotated-post.ts';
import { fillInSlices } from '../../lib/markdown/template.ts';
import { writeTemplateData } from '../../lib/markdown/template-data.ts';
import { localDayOf } from '../../lib/search/note-document.ts';
import type { Pace } from '../pages/pace.ts';

/**
 * Fill in a reader's template at that pace.
 *
 * @throws TemplateError when it is not well-formed, or costs too much.
 */
export async function fillTemplate(
  source: string,
  posts: readonly AnnotatedPost[],
  pace: Pace,
): Promise<string> {
  const steps = writeTemplateData(posts, localDayOf(new Date().toISOString()));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return fillInSlices(source, value, () => pace.pause());
    const turn = pace.step();
    if (turn) await turn;
  }
}
