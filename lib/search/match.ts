import { isOpenAction } from '../annotation/annotation.ts';
import { colourOf } from '../annotation/colour.ts';
import { kindOf } from '../annotation/kind.ts';
import type { NoteDocument } from './note-document.ts';
import type { Clause, Query, State } from './query.ts';

type Test = (document: NoteDocument) => boolean;

/** Whether a document is what the query looks for. */
export function toTest({ clauses }: Query): Test {
  // What costs a comparison goes before what costs a scan of the text.
  const tests = clauses
    .toSorted((a, b) => Number(a.by === 'text') - Number(b.by === 'text'))
    .map(testOf);
  return (document) => tests.every((test) => test(document));
}

function testOf(clause: Clause): Test {
  const test = plainTestOf(clause);
  return clause.isNegated ? (document) => !test(document) : test;
}

function plainTestOf(clause: Clause): Test {
  switch (clause.by) {
    case 'text':
      return ({ text }) => text.includes(clause.text);
    case 'tag':
      return ({ tags }) => tags.some((tag) => isCalled(tag, clause));
    case 'label':
      return ({ labels }) => labels.some((label) => isCalled(label, clause));
    case 'colour':
      return ({ annotation }) =>
        annotation.target.selector.length > 0 &&
        clause.colours.includes(colourOf(annotation.target));
    case 'kind':
      return ({ annotation }) => clause.kinds.includes(kindOf(annotation));
    case 'before':
      return ({ day }) => day < clause.day;
    case 'after':
      return ({ day }) => day >= clause.day;
    case 'is':
      return STATE_TESTS[clause.state];
  }
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Exactly so; or, for whoever is still typing, beginning so at any of its words. */
function isCalled(name: string, { name: wanted, isExact }: { name: string; isExact: boolean }) {
  if (isExact) return name === wanted;
  for (let at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
    if (!LETTER_OR_DIGIT.test(name[at - 1] ?? '')) return true;
  }
  return false;
}

const STATE_TESTS: Record<State, Test> = {
  orphan: ({ state }) => state === 'orphan',
  open: ({ annotation }) => isOpenAction(annotation),
  done: ({ annotation }) => annotation.action?.done !== undefined,
};
