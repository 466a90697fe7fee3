import { useMemo } from 'preact/hooks';
import { TagDialog } from '../../components/tag-dialog.tsx';
import { isPresent, tagsOf } from '../../lib/annotation/annotation.ts';
import { withoutTag, withTagRenamed } from '../../lib/annotation/tag-changes.ts';
import { tagKeyOf } from '../../lib/annotation/tags.ts';
import { sayCount } from '../../lib/language/say.ts';
import { facetsOf } from '../../lib/search/facets.ts';
import type { NoteDocument } from '../../lib/search/note-document.ts';
import { report } from '../pages/report.ts';
import type { Services } from '../pages/services.ts';
import type { Changes } from './use-changes.ts';

export interface TagNamesProps {
  documents: readonly NoteDocument[];
  services: Pick<Services, 'bulk'>;
  changes: Pick<Changes, 'run'>;
  onClose: () => void;
}

/** Renames, merges and removes tags in all notes that are not deleted. */
export function TagNames({ documents, services, changes, onClose }: TagNamesProps) {
  const present = useMemo(
    () => documents.filter(({ annotation }) => isPresent(annotation)),
    [documents],
  );
  const { tags } = useMemo(() => facetsOf(present), [present]);
  const idsWith = (tag: string) =>
    present.flatMap(({ annotation }) =>
      tagsOf(annotation).some((one) => tagKeyOf(one) === tagKeyOf(tag)) ? [annotation.id] : [],
    );
  const fail = (error: unknown) => report('tags could not be changed', error);
  return (
    <TagDialog
      tags={tags}
      onRename={(tag, name) =>
        changes
          .run(
            idsWith(tag),
            (ids) => services.bulk.change(ids, (one) => withTagRenamed(one, tag, name)),
            (count) => sayCount('didRename', count, tag, name),
          )
          .catch(fail)
      }
      onRemove={(tag) =>
        changes
          .run(
            idsWith(tag),
            (ids) => services.bulk.change(ids, (one) => withoutTag(one, tag)),
            (count) => sayCount('didUntag', count, tag),
          )
          .catch(fail)
      }
      onClose={onClose}
    />
  );
}
