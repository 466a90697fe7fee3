import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Annotation, noteOf } from '../../lib/annotation/annotation.ts';
import { report } from './report.ts';

type NoteRenderer = (markdown: string) => ComponentChildren;

/**
 * Draws notes as Markdown. The parser is half the size of all the rest, and is loaded only when
 * there is a note to draw; until then notes are shown as they were typed.
 */
export function useNoteRenderer(
  annotations: readonly Annotation[] | undefined,
): NoteRenderer | undefined {
  const [renderer, setRenderer] = useState<{ draw: NoteRenderer }>();
  const needed = annotations?.some((annotation) => noteOf(annotation) !== '') ?? false;
  useEffect(() => {
    if (!needed) return;
    import('../../components/markdown-view.tsx').then(
      ({ MarkdownView }) =>
        setRenderer({ draw: (markdown) => <MarkdownView markdown={markdown} /> }),
      (error: unknown) => report('notes are shown as typed', error),
    );
  }, [needed]);
  return renderer?.draw;
}
