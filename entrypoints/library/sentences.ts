import { type ColourNames, nameOf } from '../../components/colour-name.ts';
import { faceOfKind } from '../../components/kind-face.ts';
import { COLOURS, type Colour } from '../../lib/annotation/colour.ts';
import { KINDS } from '../../lib/annotation/kind.ts';
import { languageOf, type MessageName, say } from '../../lib/language/say.ts';
import type { Due, Group, Grouping, Sort } from '../../lib/search/arrange.ts';
import type { Hint, Names } from '../../lib/search/query.ts';

/*
 * What the library says of what lib/search knows: the search has no language of its own.
 */

export const SORT_NAMES: Record<Sort, MessageName> = {
  newest: 'sortNewest',
  oldest: 'sortOldest',
  reading: 'sortReading',
  post: 'sortPost',
  due: 'sortDue',
  deleted: 'sortDeleted',
};

export const GROUP_NAMES: Record<Grouping, MessageName> = {
  none: 'groupNone',
  post: 'groupPost',
  label: 'groupLabel',
  tag: 'groupTag',
  month: 'groupMonth',
  due: 'groupDue',
};

const DUE_NAMES: Record<Due, MessageName> = {
  overdue: 'dueOverdue',
  soon: 'dueSoon',
  later: 'dueLater',
  undated: 'dueUndated',
  done: 'dueDone',
};

const HINT_SENTENCES: Record<Hint['reason'], MessageName> = {
  'unknown-operator': 'hintUnknown',
  'no-value': 'hintValue',
  'no-day': 'hintDay',
  'no-colour': 'hintColour',
  'no-kind': 'hintKind',
  'no-state': 'hintState',
};

/** Why a piece of the query does nothing, or not what it looks like. */
export function sentenceOf({ reason, source }: Hint): string {
  return say(HINT_SENTENCES[reason], source);
}

/** The heading of a group. */
export function titleOf({ key, documents }: Group, grouping: Grouping): string {
  switch (grouping) {
    case 'post':
      return documents[0]?.post?.title ?? key;
    case 'label':
      return key || say('groupNoLabel');
    case 'tag':
      return key || say('groupNoTag');
    case 'month':
      return new Intl.DateTimeFormat(languageOf(), { month: 'long', year: 'numeric' }).format(
        new Date(`${key}-15T12:00:00`),
      );
    case 'due':
      return say(DUE_NAMES[key as Due]);
    default:
      return '';
  }
}

/** What the reader calls a colour: by a name given to it, or else by everyone's. */
export type ColourName = (colour: Colour) => string;

export function colourNameBy(given: ColourNames): ColourName {
  return (colour) => nameOf(colour, given);
}

/** All names by which colours and kinds can be asked for. */
export function namesFor(given: ColourNames): Names {
  return {
    colours: Object.fromEntries(
      COLOURS.map((colour) => [colour, [nameOf(colour), nameOf(colour, given)]]),
    ),
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, [faceOfKind(kind).label]])),
  };
}
