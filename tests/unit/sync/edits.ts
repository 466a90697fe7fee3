import fc from 'fast-check';
import { type Annotation, createAnnotation } from '../../../lib/annotation/annotation.ts';
import {
  asDeleted,
  asRestored,
  withAction,
  withColour,
  withKind,
  withNote,
  withTags,
  withTarget,
} from '../../../lib/annotation/changes.ts';
import { COLOURS } from '../../../lib/annotation/colour.ts';
import {
  formerNotesOf,
  withFormerNoteBack,
  withoutFormerNote,
} from '../../../lib/annotation/former-notes.ts';
import { KINDS } from '../../../lib/annotation/kind.ts';
import type { Target } from '../../../lib/annotation/target.ts';

const SOURCE = 'https://www.elidedbranches.com/2015/03/one.html';

export function targetAt(start: number): Target {
  return {
    source: SOURCE,
    selector: [
      { type: 'TextQuoteSelector', exact: 'words', prefix: '', suffix: '' },
      { type: 'TextPositionSelector', start, end: start + 5 },
    ],
    passage: 'words',
  };
}

/** An annotation nobody has touched. */
export function untouched(): Annotation {
  return createAnnotation(targetAt(0), new Date('2026-01-01T10:00:00.000Z'));
}

/** What a reader does to an annotation at a moment, in seconds after the hour. */
export interface Edit {
  at: number;
  what:
    | { do: 'note'; text: string }
    | { do: 'tags'; tags: string[] }
    | { do: 'colour'; colour: (typeof COLOURS)[number] }
    | { do: 'kind'; kind: (typeof KINDS)[number] }
    | { do: 'due'; day: string }
    | { do: 'place'; start: number }
    | { do: 'delete' }
    | { do: 'restore' }
    | { do: 'take former' | 'drop former'; which: number };
}

export const anEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(20),
  what: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('note' as const),
        text: fc.constantFrom('', 'one', 'two', 'three', 'one and more'),
      }),
    },
    fc.record({
      do: fc.constant('tags' as const),
      tags: fc.subarray(['teams', 'Teams', 'pay', 'growth', 'hiring'], { minLength: 0 }),
    }),
    fc.record({ do: fc.constant('colour' as const), colour: fc.constantFrom(...COLOURS) }),
    fc.record({ do: fc.constant('kind' as const), kind: fc.constantFrom(...KINDS) }),
    fc.record({
      do: fc.constant('due' as const),
      day: fc.constantFrom('2026-02-01', '2026-03-01'),
    }),
    fc.record({ do: fc.constant('place' as const), start: fc.nat(3) }),
    fc.record({ do: fc.constant('delete' as const) }),
    fc.record({ do: fc.constant('restore' as const) }),
    fc.record({ do: fc.constantFrom('take former' as const, 'drop former'), which: fc.nat(2) }),
  ),
});

export function edit(annotation: Annotation, { at, what }: Edit): Annotation {
  const now = new Date(Date.parse('2026-01-01T11:00:00.000Z') + at * 1000);
  switch (what.do) {
    case 'note':
      return withNote(annotation, what.text, now);
    case 'tags':
      return withTags(annotation, what.tags, now);
    case 'colour':
      return withColour(annotation, what.colour, now);
    case 'kind':
      return withKind(annotation, what.kind, now);
    case 'due':
      return withAction(annotation, { due: what.day }, now);
    case 'place':
      return withTarget(annotation, targetAt(what.start), now);
    case 'delete':
      return annotation.deleted ? annotation : asDeleted(annotation, now);
    case 'restore':
      return annotation.deleted ? asRestored(annotation, now) : annotation;
  }
  const former = formerNotesOf(annotation)[what.which];
  if (!former) return annotation;
  const change = what.do === 'take former' ? withFormerNoteBack : withoutFormerNote;
  return change(annotation, former, now);
}

export function editAll(annotation: Annotation, edits: readonly Edit[]): Annotation {
  return edits.reduce(edit, annotation);
}
