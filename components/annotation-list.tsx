import './annotation-list.css';
import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Annotation, AnnotationId } from '../lib/annotation/annotation.ts';
import type { PassageLocation } from '../lib/annotation/passage-location.ts';
import { say } from '../lib/language/say.ts';
import type { AnnotationHandlers } from './annotation-handlers.ts';
import { AnnotationItem } from './annotation-item.tsx';
import type { Attaching } from './passage-remedy.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useScrollAlong } from './use-scroll-along.ts';

export interface AnnotationListProps extends AnnotationHandlers {
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
  /** Whose passages the page shows just now; the list scrolls along with them. */
  inView?: readonly AnnotationId[] | undefined;
}

/** The annotations of a post in reading order; those it no longer holds come after, on their own. */
export function AnnotationList(props: AnnotationListProps) {
  const { annotations, locations = {}, emptyText, label = say('listNotes'), inView } = props;
  const container = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const states = annotations?.map(({ id }) => locations[id]?.state).join();
  const { onFocusIn, onFocusOut, expectGone } = useKeptFocus(container, annotations, states);
  useScrollAlong(container, inView);

  if (!annotations) return <p role="status">{say('listOpening')}</p>;

  const isOrphan = ({ id }: Annotation) => locations[id]?.state === 'orphan';
  const found = annotations.filter((annotation) => !isOrphan(annotation));
  const lost = annotations.filter(isOrphan);

  const toItem = (annotation: Annotation) => (
    <li key={annotation.id}>
      <AnnotationItem
        {...props}
        annotation={annotation}
        location={locations[annotation.id]}
        onJump={props.onJump && (() => props.onJump?.(annotation))}
        attaching={props.attachingOf?.(annotation)}
        isInView={inView?.includes(annotation.id)}
        onDelete={(id) => {
          expectGone(id);
          props.onDelete(id);
        }}
      />
    </li>
  );

  return (
    <div
      class="annotation-list"
      ref={container}
      tabIndex={-1}
      onFocusIn={onFocusIn}
      onFocusOut={onFocusOut}
    >
      {annotations.length === 0 && emptyText && <p class="annotation-list-empty">{emptyText}</p>}
      {found.length > 0 && (
        <ol class="plain-list" aria-label={label}>
          {found.map(toItem)}
        </ol>
      )}
      {lost.length > 0 && (
        <section class="annotation-list-lost" aria-labelledby={headingId}>
          <h3 id={headingId}>{say('listLost')}</h3>
          <ol class="plain-list" aria-labelledby={headingId}>
            {lost.map(toItem)}
          </ol>
        </section>
      )}
    </div>
  );
}
