import { useMemo, useState } from 'preact/hooks';
import type { BulkBarProps } from '../../components/bulk-bar.tsx';
import type { ConfirmDialogProps } from '../../components/confirm-dialog.tsx';
import type { Annotation, AnnotationId } from '../../lib/annotation/annotation.ts';
import { withColour, withKind } from '../../lib/annotation/changes.ts';
import { withoutTag, withTagsAdded } from '../../lib/annotation/tag-changes.ts';
import { type CountedName, say, sayCount } from '../../lib/language/say.ts';
import { facetsOf } from '../../lib/search/facets.ts';
import { report } from '../pages/report.ts';
import type { Services } from '../pages/services.ts';
import type { ColourName } from './sentences.ts';
import type { Changes } from './use-changes.ts';
import type { Documents } from './use-documents.ts';
import { useExportChosen } from './use-export-chosen.ts';
import type { Selection } from './use-selection.ts';

export interface BulkOptions {
  services: Services;
  changes: Changes;
  selection: Selection;
  /** Whether what is chosen lies in the bin. */
  isBin: boolean;
  /** How many notes could be chosen. */
  total: number;
  posts: Documents['posts'];
  knownTags: readonly string[];
  colourName: ColourName;
  /** Open the export, of what is chosen. */
  onExport: () => void;
}

/** Work on many notes: what the bar offers, and what must be confirmed before it is done. */
export interface Bulk {
  bar: BulkBarProps;
  confirm: ConfirmDialogProps | undefined;
  /** Ask whether these are to be forgotten for good, and forget them. */
  purge: (ids: readonly AnnotationId[]) => void;
  restore: (ids: readonly AnnotationId[]) => void;
}

export function useBulk(options: BulkOptions): Bulk {
  const { services, changes, selection, isBin, total, posts, knownTags, colourName, onExport } =
    options;
  const { bulk } = services;
  const { chosen, selectAll, clear } = selection;
  const [purging, setPurging] = useState<readonly AnnotationId[]>();
  const annotations = useMemo(() => chosen.map(({ annotation }) => annotation), [chosen]);
  const present = useMemo(() => facetsOf(chosen).tags.map(({ value }) => value), [chosen]);
  const exporting = useExportChosen(annotations, posts);
  const ids = annotations.map(({ id }) => id);

  const run = (
    on: readonly AnnotationId[],
    act: Parameters<Changes['run']>[1],
    message: CountedName,
    ...values: string[]
  ) =>
    changes
      .run(on, act, (count) => sayCount(message, count, ...values))
      .catch((error: unknown) => report('notes could not be changed', error));
  const change = (
    to: (annotation: Annotation) => Annotation,
    message: CountedName,
    ...values: string[]
  ) => run(ids, (some) => bulk.change(some, to), message, ...values);
  const restore = (on: readonly AnnotationId[]) => run(on, bulk.restore, 'didRestore');

  return {
    bar: {
      count: chosen.length,
      total,
      onSelectAll: selectAll,
      onClear: clear,
      status: exporting.status,
      edit: isBin
        ? undefined
        : {
            present,
            known: knownTags,
            colourName,
            onTag: (tags) => change((one) => withTagsAdded(one, tags), 'didTag', tags.join(', ')),
            onUntag: (tag) => change((one) => withoutTag(one, tag), 'didUntag', tag),
            onColour: (colour) =>
              change((one) => withColour(one, colour), 'didColourMany', colourName(colour)),
            onKind: (kind) => change((one) => withKind(one, kind), 'didKindMany'),
            onDownload: exporting.onDownload,
            onCopy: exporting.onCopy,
            onExport,
            onDelete: () => run(ids, bulk.delete, 'didDelete'),
          },
      bin: isBin ? { onRestore: () => restore(ids), onPurge: () => setPurging(ids) } : undefined,
    },
    purge: setPurging,
    restore,
    confirm: purging && {
      heading: sayCount('purgeHeading', purging.length),
      text: say('purgeText'),
      action: say('binPurge'),
      onConfirm: () => run(purging, bulk.purge, 'didPurge'),
      onClose: () => setPurging(undefined),
    },
  };
}
