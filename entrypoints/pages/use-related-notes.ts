import { useEffect, useState } from 'preact/hooks';
import type { RelatedSectionsProps } from '../../components/related-sections.tsx';
import { type Annotation, noteOf } from '../../lib/annotation/annotation.ts';
import type { Permalink } from '../../lib/blog/permalink.ts';
import type { PageView } from '../../lib/messaging/page-view.ts';
import type { RelatedNote, SelectedPassage } from '../../lib/messaging/protocol.ts';
import type { Services } from './services.ts';

type NotesProps = Pick<RelatedSectionsProps, 'notes' | 'onNote'>;

/** How long the reader must rest at a place before notes about it are looked for. Milliseconds. */
const REST = 400;
/** More of a post than this is not a passage. UTF-16 units. */
const LONGEST = 20_000;

/** What of a post is before the reader's eyes. */
export interface InView {
  annotations: readonly Annotation[] | undefined;
  view: PageView | undefined;
  selection: SelectedPassage | undefined;
}

/**
 * The reader's notes on other posts that speak of the same thing: as what is selected, else as the
 * passages that are in view, else as the post.
 *
 * @param permalink undefined while there is no post, or no time.
 */
export function useRelatedNotes(
  permalink: Permalink | undefined,
  inView: InView,
  { background }: Services,
): NotesProps {
  const [found, setFound] = useState<{ of: Permalink; notes: RelatedNote[] }>();
  const text = textInView(permalink, inView);
  useEffect(() => {
    if (!permalink) return;
    let isOver = false;
    const look = () =>
      background.listRelatedNotes({ permalink, text }).then(
        (notes) => {
          if (!isOver) setFound({ of: permalink, notes });
        },
        (error: unknown) => console.warn('Waymark: no notes could be compared', error),
      );
    const timer = setTimeout(look, REST);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [permalink, text]);
  return {
    notes: found?.of === permalink ? found?.notes : undefined,
    onNote: ({ id }) => void background.showAnnotation(id),
  };
}

function textInView(
  permalink: Permalink | undefined,
  { annotations = [], view, selection }: InView,
): string {
  if (selection?.source === permalink && selection?.passage) {
    return selection.passage.slice(0, LONGEST);
  }
  return annotations
    .filter(({ id }) => view?.ids.includes(id))
    .map((annotation) => `${annotation.target.passage}\n\n${noteOf(annotation)}`)
    .join('\n\n')
    .slice(0, LONGEST);
}
