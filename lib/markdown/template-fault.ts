/** What is wrong with a template, as far as it can be told from what its engine says. */
export type Fault = 'filter' | 'tag' | 'open' | 'syntax' | 'slow' | 'large' | 'other';

/** Why a template cannot be used. The message is the engine's own, in English. */
export class TemplateError extends Error {
  /** From 1; undefined when it concerns all of it. */
  readonly line: number | undefined;
  readonly fault: Fault;
  /** The filter or the tag that there is none of. */
  readonly called: string | undefined;

  constructor(message: string, line?: number, fault: Fault = 'other', called?: string) {
    super(message);
    this.name = 'TemplateError';
    this.line = line;
    this.fault = fault;
    this.called = called;
  }
}

/** What the engine says, the more telling first; what it names is the first group. */
const SAID: readonly (readonly [said: RegExp, fault: Fault])[] = [
  [/^undefined filter: (\S+)/, 'filter'],
  [/^tag "(.*)" not found/, 'tag'],
  [/not closed$/, 'open'],
  [/^template render limit exceeded/, 'slow'],
  [/ limit exceeded/, 'large'],
];

/** Any error of the engine as one that can be told to a reader. */
export function toTemplateError(error: unknown): TemplateError {
  if (error instanceof TemplateError) return error;
  const whole = error instanceof Error ? error.message : String(error);
  const line = /, line:(\d+)/.exec(whole)?.[1];
  const message = whole.replace(/, (?:file|line):.*$/s, '');
  const found = SAID.find(([said]) => said.test(message));
  const isSyntax = error instanceof Error && /ParseError|TokenizationError/.test(error.name);
  const [said, fault] = found ?? [undefined, isSyntax ? 'syntax' : 'other'];
  return new TemplateError(
    message,
    line ? Number(line) : undefined,
    fault,
    said?.exec(message)?.[1],
  );
}
