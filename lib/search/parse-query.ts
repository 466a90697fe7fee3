import { COLOURS } from '../annotation/colour.ts';
import { KINDS } from '../annotation/kind.ts';
import { foldText } from './fold.ts';
import {
  type Clause,
  type Hint,
  type Names,
  OPERATORS,
  type Operator,
  type Query,
  STATES,
} from './query.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Other ways of writing operators. */
const ALIASES: Readonly<Record<string, Operator>> = { color: 'colour', from: 'after' };

/** Years alone, or with a month, or with a day too; a month or a day may have one digit. */
const DAY = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/;

type Reading = Clause | Hint['reason'];

/**
 * Read a query. It never fails: a piece that is not understood is left out, or looked for as a word
 * where it may be one, and a hint says so.
 */
export function parseQuery(text: string, names: Names = {}): Query {
  const clauses: Clause[] = [];
  const hints: Hint[] = [];
  for (const token of tokensOf(text)) {
    const operator = operatorOf(token);
    if (operator === undefined) {
      clauses.push(...toTextClauses(token));
      // An address or a time of day has a colon too: only what looks like an operator is one.
      if (token.operator !== undefined && !token.value.startsWith('//')) {
        hints.push({ reason: 'unknown-operator', source: token.source });
      }
      continue;
    }
    const reading = token.value.trim() === '' ? 'no-value' : READERS[operator](token, names);
    if (typeof reading === 'string') hints.push({ reason: reading, source: token.source });
    else clauses.push(reading);
  }
  return { clauses, hints };
}

/** The operator a token has; undefined for words, and for what only looks like one. */
export function operatorOf({ operator = '' }: Token): Operator | undefined {
  const name = ALIASES[operator] ?? operator;
  return OPERATORS.find((known) => known === name);
}

function toTextClauses({ source, isNegated, operator, value, isQuoted }: Token): Clause[] {
  const typed = operator === undefined ? value : source.slice(isNegated ? 1 : 0);
  const text = foldText(typed.replaceAll(/["“”„]/g, '')).trim();
  return text === '' ? [] : [{ by: 'text', text, isPhrase: isQuoted, isNegated }];
}

const READERS: Record<Operator, (token: Token, names: Names) => Reading> = {
  tag: toName('tag'),
  label: toName('label'),
  colour({ value, isNegated }, names) {
    const colours = thoseCalled(value, COLOURS, names.colours);
    return colours.length > 0 ? { by: 'colour', colours, isNegated } : 'no-colour';
  },
  kind({ value, isNegated }, names) {
    const kinds = thoseCalled(value, KINDS, names.kinds);
    return kinds.length > 0 ? { by: 'kind', kinds, isNegated } : 'no-kind';
  },
  before: toDay('before'),
  after: toDay('after'),
  is({ value, isNegated }) {
    const state = STATES.find((one) => one === foldText(value).trim());
    return state ? { by: 'is', state, isNegated } : 'no-state';
  },
};

function toName(by: 'tag' | 'label') {
  return ({ value, isQuoted, isNegated }: Token): Reading => {
    const name = foldText(value.replace(/^#+/, '')).trim();
    return name === '' ? 'no-value' : { by, name, isExact: isQuoted, isNegated };
  };
}

function toDay(by: 'before' | 'after') {
  return ({ value, isNegated }: Token): Reading => {
    const [, year, month, day] = DAY.exec(value.trim()) ?? [];
    if (year === undefined) return 'no-day';
    const parts = [month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : []));
    const written = [year, ...parts].join('-');
    const whole = `${written}${'-01'.repeat(2 - parts.length)}`;
    const time = Date.parse(`${whole}T00:00:00Z`);
    const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole);
    return isDay ? { by, day: written, isNegated } : 'no-day';
  };
}

/** Those of which a name is exactly this, or else those of which one begins so. */
function thoseCalled<T extends string>(
  value: string,
  all: readonly T[],
  names: Partial<Record<T, readonly string[]>> = {},
): T[] {
  const wanted = foldText(value).trim();
  const namesOf = (one: T) => [one, ...(names[one] ?? [])].map((name) => foldText(name).trim());
  const exact = all.filter((one) => namesOf(one).includes(wanted));
  return exact.length > 0
    ? exact
    : all.filter((one) => namesOf(one).some((name) => name.startsWith(wanted)));
}
