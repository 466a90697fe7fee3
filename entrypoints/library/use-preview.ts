import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Annotation, isPresent } from '../../lib/annotation/annotation.ts';
import type { Post } from '../../lib/blog/post.ts';
import { toAnnotatedPosts } from '../../lib/markdown/annotated-posts.ts';
import { TemplateError } from '../../lib/markdown/template-fault.ts';
import { localDayOf } from '../../lib/search/note-document.ts';
import { report } from '../pages/report.ts';
import { sentenceOfFault } from './template-fault-sentence.ts';

/** Notes a preview is made of: enough to see how several posts and kinds come out. */
const SHOWN = 20;
/** Milliseconds without a key before a template is filled in anew. */
const SETTLED = 250;
/** Milliseconds that a preview may take, in which no key is heard. */
const LONGEST_WORK = 300;
/** UTF-16 units that are drawn. */
const LONGEST = 20_000;

/** What a template makes of the reader's notes, or what is wrong with it. */
export interface Preview {
  preview: string | undefined;
  fault: string | undefined;
}

/** Fills in a template with some of the reader's notes; the engine is loaded when it is needed. */
export function usePreview(
  source: string | undefined,
  annotations: readonly Annotation[],
  posts: readonly Post[],
): Preview {
  const [result, setResult] = useState<Preview>({ preview: undefined, fault: undefined });
  const annotated = useMemo(
    () => toAnnotatedPosts(annotations.filter(isPresent).slice(0, SHOWN), posts),
    [annotations, posts],
  );
  useEffect(() => {
    if (source === undefined) return;
    let isOver = false;
    const fill = async () => {
      const [{ createTemplate }, { toTemplateData }] = await Promise.all([
        import('../../lib/markdown/template.ts'),
        import('../../lib/markdown/template-data.ts'),
      ]);
      try {
        const today = localDayOf(new Date().toISOString());
        const preview = createTemplate(source, LONGEST_WORK)(toTemplateData(annotated, today));
        return { preview: preview.slice(0, LONGEST), fault: undefined };
      } catch (error) {
        if (!(error instanceof TemplateError)) throw error;
        // The last preview stays in sight while a template is being written.
        return { fault: sentenceOfFault(error) };
      }
    };
    const timer = setTimeout(() => {
      fill().then(
        (filled) => {
          if (!isOver) setResult((before) => ({ ...before, ...filled }));
        },
        (error: unknown) => report('no preview could be made', error),
      );
    }, SETTLED);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [source, annotated]);
  return result;
}
