import { Liquid, type Template } from 'liquidjs';
import type { TemplateData } from './template-data.ts';
import { FILTERS } from './template-filters.ts';

/** What a template may cost. Characters of its text and of what it makes, and milliseconds. */
const LIMITS = { parseLimit: 100_000, renderLimit: 5_000, memoryLimit: 50_000_000 };

/** The longest result. UTF-16 units. */
const LONGEST_RESULT = 20_000_000;

/** Why a template cannot be used, in the words of its engine, with the line where it knows one. */
export class TemplateError extends Error {
  /** From 1; undefined when it concerns all of it. */
  readonly line: number | undefined;

  constructor(message: string, line: number | undefined) {
    super(message);
    this.name = 'TemplateError';
    this.line = line;
  }
}

/**
 * A reader's template, ready to be filled in. It is Liquid: it can reach what it is given and
 * nothing else, includes no files, and cannot run for ever or make more than can be held.
 *
 * @throws TemplateError when it is not well-formed, here or when it is filled in.
 * @see https://liquidjs.com/tutorials/dos.html
 */
export function createTemplate(source: string): (data: TemplateData) => string {
  const engine = new Liquid({
    ...LIMITS,
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    jsTruthy: true,
  });
  const strftime = engine.filters.date;
  for (const [name, filter] of Object.entries(FILTERS)) engine.registerFilter(name, filter);
  engine.registerFilter(
    'date',
    function (this: unknown, value: unknown, format?: unknown, ...rest) {
      const isOurs = typeof format !== 'string' || !format.includes('%');
      if (isOurs) return FILTERS.date_of?.(value, format);
      return typeof strftime === 'function'
        ? strftime.call(this as never, value, format, ...rest)
        : value;
    },
  );
  const template: Template[] = inWords(() => engine.parse(source));
  return (data) => {
    const text = inWords(() => String(engine.renderSync(template, { ...data })));
    if (text.length > LONGEST_RESULT) {
      throw new TemplateError(`More than ${LONGEST_RESULT} characters`, undefined);
    }
    return tidy(text);
  };
}

/** Loops and conditions leave lines of white space behind: no more than one blank line stays. */
function tidy(text: string): string {
  const tidied = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]*\n(?:[ \t]*\n)+/g, '\n\n')
    .replaceAll(/^[ \t\n]+|[ \t\n]+$/g, '');
  return tidied === '' ? '' : `${tidied}\n`;
}

function inWords<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /, line:(\d+)/.exec(message)?.[1];
    throw new TemplateError(
      message.replace(/, (?:file|line):.*$/s, ''),
      line ? Number(line) : undefined,
    );
  }
}
