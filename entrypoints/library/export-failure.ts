import { say } from '../../lib/language/say.ts';
import { TemplateError } from '../../lib/markdown/template-fault.ts';
import { report } from '../pages/report.ts';
import { sentenceOfFault } from './template-fault-sentence.ts';

/** What went wrong, where it is something the reader can mend. */
export function failureOf(error: unknown): string {
  report('the export failed', error);
  return error instanceof TemplateError ? sentenceOfFault(error) : say('exportFailed');
}
