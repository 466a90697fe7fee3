import './annotation-list.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Annotation, AnnotationId } from '../lib/annotation/annotation.ts';
import type { PassageState } from './annotation-card.tsx';
import { AnnotationItem } from './annotation-item.tsx';

export interface AnnotationListProps {
  /** In reading order. `undefined` while they are being read from the database. */
  annotations: readonly Annotation[] | undefined;
  /** How surely each passage was found; an id that is missing has not been looked for. */
  states?: Readonly<Record<AnnotationId, PassageState>> | undefined;
  /** What an empty list says. */
  emptyText: string;
  /** What a list is called by assistive technology. */
  label?: string | undefined;
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  onJump?: ((annotation: Annotation) => void) | undefined;
  /** The form stays open until the promise is kept, and says so when it is broken. */
  onEdit: (id: AnnotationId, note: string) => void | Promise<void>;
  onDelete: (id: AnnotationId) => void;
  /** Every change to a note while it is being written, for whoever keeps drafts. */
  onDraft?: ((id: AnnotationId, note: string) => void) | undefined;
}

/** The annotations of a post in reading order; those it no longer holds come after, on their own. */
export function AnnotationList(props: AnnotationListProps) {
  const { annotations, states = {}, emptyText, label = 'Notes' } = props;
  const container = useRef<HTMLDivElement>(null);
  const deleted = useRef<AnnotationId | undefined>(undefined);
  const headingId = useId();

  useLayoutEffect(() => {
    // The button that was pressed went away with its card: keep the reader's place in the list.
    if (!deleted.current || annotations?.some(({ id }) => id === deleted.current)) return;
    deleted.current = undefined;
    container.current?.focus();
  }, [annotations]);

  if (!annotations) return <p role="status">Opening your notes…</p>;

  const found = annotations.filter(({ id }) => states[id] !== 'orphan');
  const lost = annotations.filter(({ id }) => states[id] === 'orphan');

  const toItem = (annotation: Annotation) => (
    <li key={annotation.id}>
      <AnnotationItem
        annotation={annotation}
        state={states[annotation.id]}
        renderNote={props.renderNote}
        onJump={props.onJump && (() => props.onJump?.(annotation))}
        onEdit={(note) => props.onEdit(annotation.id, note)}
        onDraft={(note) => props.onDraft?.(annotation.id, note)}
        onDelete={() => {
          deleted.current = annotation.id;
          props.onDelete(annotation.id);
        }}
      />
    </li>
  );

  return (
    <div class="annotation-list" ref={container} tabIndex={-1}>
      {annotations.length === 0 && <p class="annotation-list-empty">{emptyText}</p>}
      {found.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers
        <ol class="plain-list" role="list" aria-label={label}>
          {found.map(toItem)}
        </ol>
      )}
      {lost.length > 0 && (
        <section class="annotation-list-lost" aria-labelledby={headingId}>
          <h3 id={headingId}>No longer found in this post</h3>
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <ol class="plain-list" role="list" aria-labelledby={headingId}>
            {lost.map(toItem)}
          </ol>
        </section>
      )}
    </div>
  );
}
