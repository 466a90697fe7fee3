import './latest-notes.css';
import { say } from '../lib/language/say.ts';
import { AnnotationList, type AnnotationListProps } from './annotation-list.tsx';
import { isPlainClick } from './plain-click.ts';
import { toWebAddress } from './web-address.ts';

export interface LatestNotesProps extends Omit<AnnotationListProps, 'emptyText' | 'label'> {
  /** Titles by permalink. A post that is missing is called by its address. */
  titles: Readonly<Record<string, string>>;
  /** The site of a post that is not the blog's, which is named beside its title. */
  siteOf?: ((permalink: string) => string | undefined) | undefined;
  /** A plain click on a post's title; others are left to the browser. */
  onOpen: (permalink: string) => void;
}

/** The latest annotations, gathered under their posts; the post annotated last comes first. */
export function LatestNotes(props: LatestNotesProps) {
  const { annotations, titles, siteOf, onOpen, ...list } = props;
  if (!annotations) return <p role="status">{say('listOpening')}</p>;
  if (annotations.length === 0) {
    return <p class="annotation-list-empty">{say('latestEmpty')}</p>;
  }
  const posts = Map.groupBy(annotations, ({ target }) => target.source);
  return (
    <div class="latest-notes">
      {[...posts].map(([permalink, notes]) => {
        const title = titles[permalink] ?? permalink;
        const site = siteOf?.(permalink);
        return (
          <section key={permalink} aria-label={title}>
            <h3>
              <a
                href={toWebAddress(permalink)}
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
              {site && (
                <span class="latest-site soft" translate={false}>
                  {site}
                </span>
              )}
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
