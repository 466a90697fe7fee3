import './annotation-list.css';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Annotation, AnnotationId } from '../lib/annotation/annotation.ts';
import type { Colour } from '../lib/annotation/colour.ts';
import type { PassageLocation } from '../lib/annotation/passage-location.ts';
import { say } from '../lib/language/say.ts';
import { AnnotationItem } from './annotation-item.tsx';
import type { Attaching } from './passage-remedy.tsx';

export interface AnnotationListProps {
  /** In reading order. `undefined` while they are being read from the database. */
  annotations: readonly Annotation[] | undefined;
  /** What became of each passage; an id that is missing has not been looked for. */
  locations?: Readonly<Record<AnnotationId, PassageLocation>> | undefined;
  /** What an empty list says. */
  emptyText: string;
  /** What a list is called by assistive technology. */
  label?: string | undefined;
  renderNote?: ((markdown: string) => ComponentChildren) | undefined;
  onJump?: ((annotation: Annotation) => void) | undefined;
  /** How a changed passage can be attached again, where there is a page to do that in. */
  attachingOf?: ((annotation: Annotation) => Attaching) | undefined;
  onColour: (id: AnnotationId, colour: Colour) => void;
  /** The form stays open until the promise is kept, and says so when it is broken. */
  onEdit: (id: AnnotationId, note: string) => void | Promise<void>;
  onDelete: (id: AnnotationId) => void;
  /** Every change to a note while it is being written, for whoever keeps drafts. */
  onDraft?: ((id: AnnotationId, note: string) => void) | undefined;
}

/** The annotations of a post in reading order; those it no longer holds come after, on their own. */
export function AnnotationList(props: AnnotationListProps) {
  const { annotations, locations = {}, emptyText, label = say('listNotes') } = props;
  const container = useRef<HTMLDivElement>(null);
  const deleted = useRef<AnnotationId | undefined>(undefined);
  const headingId = useId();

  const states = annotations?.map(({ id }) => locations[id]?.state).join();
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    // A card whose passage is found again moves, and its buttons go: the focus must not go too.
    if (hadFocus.current && document.activeElement === document.body) container.current?.focus();
  }, [states]);

  useLayoutEffect(() => {
    // The button that was pressed went away with its card: keep the reader's place in the list.
    if (!deleted.current || annotations?.some(({ id }) => id === deleted.current)) return;
    deleted.current = undefined;
    container.current?.focus();
  }, [annotations]);

  if (!annotations) return <p role="status">{say('listOpening')}</p>;

  const isOrphan = ({ id }: Annotation) => locations[id]?.state === 'orphan';
  const found = annotations.filter((annotation) => !isOrphan(annotation));
  const lost = annotations.filter(isOrphan);

  const toItem = (annotation: Annotation) => (
    <li key={annotation.id}>
      <AnnotationItem
        annotation={annotation}
        location={locations[annotation.id]}
        renderNote={props.renderNote}
        onJump={props.onJump && (() => props.onJump?.(annotation))}
        attaching={props.attachingOf?.(annotation)}
        onColour={(colour) => props.onColour(annotation.id, colour)}
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
    <div
      class="annotation-list"
      ref={container}
      tabIndex={-1}
      onFocusIn={() => {
        hadFocus.current = true;
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget) hadFocus.current = false;
      }}
    >
      {annotations.length === 0 && <p class="annotation-list-empty">{emptyText}</p>}
      {found.length > 0 && (
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without markers
        <ol class="plain-list" role="list" aria-label={label}>
          {found.map(toItem)}
        </ol>
      )}
      {lost.length > 0 && (
        <section class="annotation-list-lost" aria-labelledby={headingId}>
          <h3 id={headingId}>{say('listLost')}</h3>
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <ol class="plain-list" role="list" aria-labelledby={headingId}>
            {lost.map(toItem)}
          </ol>
        </section>
      )}
    </div>
  );
}
