import { type MessageName, say } from '../../lib/language/say.ts';
import type { Fault, TemplateError } from '../../lib/markdown/template-fault.ts';

const REASONS: Readonly<Record<Fault, MessageName>> = {
  filter: 'templateFaultFilter',
  tag: 'templateFaultTag',
  open: 'templateFaultOpen',
  syntax: 'templateFaultSyntax',
  slow: 'templateFaultSlow',
  large: 'templateFaultLarge',
  other: 'templateFaultOther',
};

/** Where these say all there is to say, the engine's own words, which are English, add nothing. */
const SAID_WHOLE: ReadonlySet<Fault> = new Set(['filter', 'tag', 'slow', 'large']);

/** What is wrong with a template and in which line, and what its engine says where that helps. */
export function sentenceOfFault({ fault, called = '', line, message }: TemplateError): string {
  const reason = say(REASONS[fault], called);
  const told = SAID_WHOLE.has(fault) ? reason : say('templateFaultDetail', reason, message);
  return line === undefined ? told : say('templateFaultAt', line, told);
}
