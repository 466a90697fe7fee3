import type { ComponentChildren } from 'preact';
import type { AnnotationHandlers } from '../../components/annotation-handlers.ts';
import { AnnotationItem } from '../../components/annotation-item.tsx';
import { BinCard } from '../../components/bin-card.tsx';
import { LibraryNote } from '../../components/library-note.tsx';
import { isBeyondExcerpt, toExcerpt } from '../../components/passage.tsx';
import { otherSiteOf } from '../../lib/blog/site.ts';
import { say } from '../../lib/language/say.ts';
import type { Grouping } from '../../lib/search/arrange.ts';
import { marksIn } from '../../lib/search/marks.ts';
import type { Query } from '../../lib/search/query.ts';
import type { PassageAddress } from './passage-address.ts';
import { titleOf } from './sentences.ts';
import type { Bulk } from './use-bulk.ts';
import type { Row } from './use-results.ts';
import type { Selection } from './use-selection.ts';

export interface NoteRowProps {
  row: Row;
  index: number;
  grouping: Grouping;
  selection: Selection;
  handlers: AnnotationHandlers;
  bulk: Pick<Bulk, 'purge' | 'restore'>;
  /** What it was found by. */
  query: Query | undefined;
  addressOf: PassageAddress;
  renderNote: ((markdown: string) => ComponentChildren) | undefined;
}

/** A note of the list, with what belongs to it. */
export function NoteRow(props: NoteRowProps) {
  const { row, index, grouping, selection, handlers, bulk, query, addressOf, renderNote } = props;
  const { annotation, post, state } = row.document;
  const { id, target, deleted } = annotation;
  const name = target.passage
    ? toExcerpt(target.passage.replace(/\s+/g, ' '), 60)
    : say('cardWholePost');
  return (
    <LibraryNote
      name={name}
      group={
        row.group && grouping !== 'none'
          ? { title: titleOf(row.group, grouping), count: row.group.documents.length }
          : undefined
      }
      post={{
        title: grouping === 'post' ? say('openInPost') : (post?.title ?? target.source),
        href: addressOf(annotation),
        site: otherSiteOf(target.source),
      }}
      isSelected={selection.isSelected(id)}
      onSelect={(isRange) => selection.toggle(index, isRange)}
    >
      {deleted === undefined ? (
        <AnnotationItem
          annotation={annotation}
          location={state === 'orphan' ? { state, score: 0 } : undefined}
          renderNote={renderNote}
          isPassageOpen={query && isFoundBeyondExcerpt(target.passage, query)}
          {...handlers}
        />
      ) : (
        <BinCard
          annotation={annotation}
          renderNote={renderNote}
          onRestore={() => bulk.restore([id])}
          onPurge={() => bulk.purge([id])}
        />
      )}
    </LibraryNote>
  );
}

/** Whether some of what is looked for stands in the part of a long passage that is not shown. */
function isFoundBeyondExcerpt(passage: string, query: Query): boolean {
  if (!isBeyondExcerpt(passage, passage.length)) return false;
  return marksIn(passage, query).some(({ end }) => isBeyondExcerpt(passage, end));
}
