import { type Annotation, createAnnotation } from '../../../lib/annotation/annotation.ts';
import { asDeleted, withAction, withNote, withTags } from '../../../lib/annotation/changes.ts';
import { type Colour, inColour } from '../../../lib/annotation/colour.ts';
import type { Kind } from '../../../lib/annotation/kind.ts';
import type { Target } from '../../../lib/annotation/target.ts';

/*
 * What a reader of the sample blog may have gathered in some months: passages of its posts, notes
 * of every kind, days of reading.
 */

interface Written {
  note?: string;
  kind?: Kind;
  colour?: Colour;
  tags?: string[];
  /** Days from now until it is due, or since it was done. */
  due?: number;
  done?: number;
}

const addressOf = (slug: string) => `https://www.elidedbranches.com/${slug}.html`;
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);

function aNote(days: number, slug: string, passage: string, written: Written = {}): Annotation {
  const { note = '', kind = 'highlight', colour = 'yellow', tags = [], due, done } = written;
  const now = daysAgo(days);
  const target: Target = {
    source: addressOf(slug),
    selector: [{ type: 'TextQuoteSelector', exact: passage, prefix: '', suffix: '' }],
    passage,
  };
  const made = createAnnotation(inColour(target, colour), now, kind);
  const tagged = withTags(withNote(made, note, now), tags, now);
  const action = {
    ...(due !== undefined && { due: dayOf(daysAgo(-due)) }),
    ...(done !== undefined && { done: daysAgo(done).toISOString() }),
  };
  return withAction(tagged, action, now);
}

/** A question and an action, which the note editor is opened for. */
export const QUESTION = aNote(
  6,
  '2015/02/skip-level-meetings',
  'By the time a fact reaches me through a manager it has been rounded.',
  {
    kind: 'question',
    colour: 'blue',
    tags: ['managing managers'],
    note: 'Where does it get rounded with us: in the stand-up, or in the weekly report?',
  },
);

export const ACTION = aNote(
  4,
  '2013/03/what-one-on-ones-are-for',
  'If a one-on-one would have been just as good as an e-mail, then it should have been an e-mail.',
  {
    kind: 'action',
    colour: 'green',
    tags: ['one-on-ones', 'monday'],
    due: 5,
    note: 'Move status out of my one-on-ones:\n\n1. tell everyone why\n2. keep the **last ten minutes** for my list',
  },
);

export const ANNOTATIONS: readonly Annotation[] = [
  QUESTION,
  ACTION,
  aNote(
    11,
    '2014/08/incident-reviews-without-villains',
    'The moment you’ve found somebody to blame you stop asking questions, and the interesting answers are almost always two or three questions further on.',
    { colour: 'pink', tags: ['incidents'], note: 'To open the next review with.' },
  ),
  aNote(
    12,
    '2014/08/incident-reviews-without-villains',
    'The timeline first, with no adjectives.',
    { kind: 'action', colour: 'green', tags: ['incidents', 'monday'], due: -2 },
  ),
  aNote(
    19,
    '2013/06/delegation-is-not-dumping',
    'When I dump work, I hand over the task and keep everything that made it possible for me to do it',
    { tags: ['delegation'] },
  ),
  aNote(33, '2017/03/staff-engineers-and-glue', 'Large technical work fails at the seams.', {
    colour: 'purple',
    note: 'See also *[release trains](https://www.elidedbranches.com/2012/08/release-trains.html)*.',
  }),
  aNote(34, '2014/10/on-call-is-product', 'The one thing ours didn’t have was an owner.', {
    kind: 'action',
    done: 9,
    colour: 'green',
    tags: ['incidents'],
    note: 'Name an owner for our alerts.',
  }),
  aNote(
    58,
    '2012/02/locks-leases-and-fencing',
    'A distributed lock is a shared opinion about the recent past.',
    { colour: 'blue' },
  ),
  aNote(
    75,
    '2023/01/managing-managers',
    'You have to learn each one, as you would learn that a particular clock runs slow.',
    { colour: 'yellow', tags: ['managing managers'] },
  ),
  asDeleted(
    aNote(40, '2019/02/talking-about-technical-debt', 'No categories, no votes, just the list.', {
      note: 'Try this with the platform team?',
    }),
    daysAgo(2),
  ),
  asDeleted(aNote(41, '2013/01/first-month-as-manager', 'I am four weeks in.'), daysAgo(1)),
];

/** A passage that is not in its post any more. */
const LOST = ANNOTATIONS[4];

export const RECORDS: Readonly<Record<string, readonly object[]>> = {
  annotations: ANNOTATIONS,
  anchorings: LOST ? [{ id: LOST.id, state: 'orphan' }] : [],
  readings: ANNOTATIONS.map(({ target: { source }, created }, index) => ({
    permalink: source,
    days: [created.slice(0, 10)],
    ...(index % 2 === 0 && { read: created }),
  })).filter(
    ({ permalink }, index, all) => all.findIndex((one) => one.permalink === permalink) === index,
  ),
};
