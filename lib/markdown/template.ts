import { Liquid, type Template } from 'liquidjs';
import type { TemplateData } from './template-data.ts';
import { TemplateError, toTemplateError } from './template-fault.ts';
import { FILTERS, type Filter } from './template-filters.ts';

/** What a template may cost. Characters of its text and of what it makes, and milliseconds. */
const LIMITS = { parseLimit: 100_000, renderLimit: 2_000, memoryLimit: 50_000_000 };

/** The longest result. UTF-16 units. */
const LONGEST_RESULT = 20_000_000;

/**
 * A reader's template, ready to be filled in. It is Liquid: it can reach what it is given and
 * nothing else, includes no files, and cannot run for ever or make more than can be held.
 *
 * @param longest Milliseconds that filling it in may take.
 * @throws TemplateError when it is not well-formed, here or when it is filled in.
 * @see https://liquidjs.com/tutorials/dos.html
 */
export function createTemplate(
  source: string,
  longest = LIMITS.renderLimit,
): (data: TemplateData) => string {
  const engine = createEngine(FILTERS, longest);
  const template: Template[] = inWords(() => engine.parse(source));
  return (data) => inWords(() => toResult(engine.renderSync(template, { ...data })));
}

/** Milliseconds for all of a library, the page's own work in between included. */
const LONGEST_IN_SLICES = 120_000;

/**
 * Fill in a template of which much may come. Work is interrupted after a filter whenever `pause`
 * answers something, which is waited for: what it throws ends the work.
 *
 * @throws TemplateError as `createTemplate` does.
 */
export async function fillInSlices(
  source: string,
  data: TemplateData,
  pause: () => Promise<void> | undefined,
): Promise<string> {
  let stopped: unknown;
  const slowed = Object.entries(FILTERS).map(([name, filter]): [string, Filter] => [
    name,
    (...given) => {
      const result: unknown = filter(...given);
      const turn = pause();
      if (!turn) return result;
      return turn.then(
        () => result,
        (error: unknown) => {
          stopped = error;
          throw error;
        },
      );
    },
  ]);
  const engine = createEngine(Object.fromEntries(slowed), LONGEST_IN_SLICES);
  const template = inWords(() => engine.parse(source));
  try {
    return toResult(await engine.render(template, { ...data }));
  } catch (error) {
    throw stopped ?? toTemplateError(error);
  }
}

function createEngine(filters: Readonly<Record<string, Filter>>, renderLimit: number): Liquid {
  const engine = new Liquid({
    ...LIMITS,
    renderLimit,
    ownPropertyOnly: true,
    strictFilters: true,
    templates: {},
    jsTruthy: true,
  });
  const strftime = engine.filters.date;
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
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
  return engine;
}

function toResult(filled: unknown): string {
  const text = String(filled);
  if (text.length > LONGEST_RESULT) {
    throw new TemplateError(`More than ${LONGEST_RESULT} characters`, undefined, 'large');
  }
  return tidy(text);
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
    throw toTemplateError(error);
  }
}
