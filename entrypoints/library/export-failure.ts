import { say } from '../../lib/language/say.ts';

/** What went wrong, where it is something the reader can mend. */
export function failureOf(error: unknown): string {
  console.error('Waymark: the export failed', error);
  if (error instanceof Error && error.name === 'TemplateError') {
    const line = 'line' in error && typeof error.line === 'number' ? error.line : undefined;
    return line === undefined
      ? say('templateFault', error.message)
      : say('templateFaultAt', line, error.message);
  }
  return say('exportFailed');
}
