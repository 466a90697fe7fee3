import './latest-notes.css';
import type { ComponentChildren } from 'preact';
import type { Annotation, AnnotationId } from '../lib/annotation/annotation.ts';
import type { Colour } from '../lib/annotation/colour.ts';
import { say } from '../lib/language/say.ts';
import { AnnotationList } from './annotation-list.tsx';
import { isPlainClick } from './related-post-list.tsx';

export interface LatestNotesProps {
  /** Latest first, of any post. `undefined` while they are being read from the database. */
  annotations: readonly Annotation[] | undefined;
  /** Titles by permalink. A post that is missing is called by its address. */
  titles: Readonly<Record<string, string>>;
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  /** A plain click on a post's title; others are left to the browser. */
  onOpen: (permalink: string) => void;
  onColour: (id: AnnotationId, colour: Colour) => void;
  onEdit: (id: AnnotationId, note: string) => void | Promise<void>;
  onDelete: (id: AnnotationId) => void;
}

/** The latest annotations, gathered under their posts; the post annotated last comes first. */
export function LatestNotes({ annotations, titles, onOpen, ...list }: LatestNotesProps) {
  if (!annotations) return <p role="status">{say('listOpening')}</p>;
  if (annotations.length === 0) {
    return <p class="soft">{say('latestEmpty')}</p>;
  }
  const posts = Map.groupBy(annotations, ({ target }) => target.source);
  return (
    <div class="latest-notes">
      {[...posts].map(([permalink, notes]) => {
        const title = titles[permalink] ?? permalink;
        return (
          <section key={permalink} aria-label={title}>
            <h3>
              <a
                href={permalink}
                target="_blank"
                rel="noopener"
                onClick={(event) => {
                  if (!isPlainClick(event)) return;
                  event.preventDefault();
                  onOpen(permalink);
                }}
              >
                {title}
              </a>
            </h3>
            <AnnotationList
              {...list}
              annotations={notes}
              emptyText=""
              label={say('latestOn', title)}
            />
          </section>
        );
      })}
    </div>
  );
}
